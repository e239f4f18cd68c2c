import type { Energy } from "@gtb/contracts/energies";
import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface EnergyTabsProps {
  readonly energies: readonly Energy[];
  readonly energy: Energy;
  readonly label: string;
  readonly onEnergy: (energy: Energy) => void;
}

/** Which energy is looked at; nothing where there is one alone. */
export function EnergyTabs({ energies, energy, label, onEnergy }: EnergyTabsProps) {
  const { t } = useTranslation();
  if (energies.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={energy}
      data={energies.map((value) => ({ value, label: t(`energy.${value}`) }))}
      onChange={(value) => onEnergy(energies.find((one) => one === value) ?? energy)}
    />
  );
}
