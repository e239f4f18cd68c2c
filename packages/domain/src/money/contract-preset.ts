import type { Price } from "./contract-terms.ts";
import type { TariffSchedule } from "./tariff-schedule.ts";

/** A line of a contract's form, whose amount is to be typed from the contract: no preset knows a price. */
export type PriceLine = Pick<Price, "label" | "kind" | "tariffClass" | "isTax" | "vatPercent">;

/** How a usual French contract is built. */
export interface ContractPreset {
  readonly id: "base" | "hp_hc" | "c4" | "gas" | "water";
  readonly energies: readonly string[];
  readonly asksPower: boolean;
  readonly schedule: TariffSchedule | null;
  readonly lines: readonly PriceLine[];
}

const vat = 20;
const line = (label: string, kind: PriceLine["kind"], given: Partial<PriceLine> = {}): PriceLine => ({
  label,
  kind,
  tariffClass: null,
  isTax: false,
  vatPercent: vat,
  ...given,
});
const energyOf = (tariffClass: string) => line(`Énergie ${tariffClass}`, "per_kwh", { tariffClass });
const excise = line("Accise", "per_kwh", { isTax: true });
const contribution = line("CTA", "per_year", { isTax: true });
const night = [{ from: "22:00", to: "06:00" }];
/** November to March, as the network's tariff has it [M]: the form lets one change it. */
const winter = [11, 12, 1, 2, 3];

export const contractPresets: readonly ContractPreset[] = [
  {
    id: "base",
    energies: ["electricity"],
    asksPower: true,
    schedule: null,
    lines: [line("Abonnement", "per_month"), line("Énergie", "per_kwh"), excise, contribution],
  },
  {
    id: "hp_hc",
    energies: ["electricity"],
    asksPower: true,
    schedule: { rules: [{ tariffClass: "HC", hours: night }], otherwise: "HP" },
    lines: [line("Abonnement", "per_month"), energyOf("HP"), energyOf("HC"), excise, contribution],
  },
  {
    id: "c4",
    energies: ["electricity"],
    asksPower: true,
    schedule: {
      rules: [
        { tariffClass: "HCH", months: winter, hours: night },
        { tariffClass: "HPH", months: winter },
        { tariffClass: "HCB", hours: night },
      ],
      otherwise: "HPB",
    },
    lines: [
      line("Part fixe de l’acheminement", "per_kva_year"),
      line("Gestion et comptage", "per_year"),
      ...["HPH", "HCH", "HPB", "HCB"].map(energyOf),
      excise,
      contribution,
    ],
  },
  {
    id: "gas",
    energies: ["gas"],
    asksPower: false,
    schedule: null,
    lines: [
      line("Abonnement", "per_year"),
      line("Énergie", "per_kwh"),
      line("Acheminement", "per_kwh"),
      excise,
      contribution,
    ],
  },
  {
    id: "water",
    energies: ["water"],
    asksPower: false,
    schedule: null,
    lines: [
      line("Part fixe", "per_year", { vatPercent: 5.5 }),
      line("Eau potable", "per_native_unit", { vatPercent: 5.5 }),
      line("Assainissement", "per_native_unit", { vatPercent: 10 }),
    ],
  },
];
