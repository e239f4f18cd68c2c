import { useTranslation } from "react-i18next";

/** So that nobody takes a simulation for a measurement. */
export function SimulatedBadge() {
  const { t } = useTranslation();
  return (
    <span className="simulated" title={t("building.simulatedHint")}>
      {t("building.simulated")}
    </span>
  );
}
