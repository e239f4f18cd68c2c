import type { Energy } from "@gtb/contracts/energies";
import { useTranslation } from "react-i18next";

/** The unit in which an energy is given; gas says which of its two calorific values its kWh are of. */
export function useEnergyUnit() {
  const { t } = useTranslation();
  return (energy: Energy): string => {
    if (energy === "water") return "m³";
    return energy === "gas" ? t("unit.gasKwh") : "kWh";
  };
}
