import type { ContractToStore, PriceToStore } from "@gtb/database/queries/store-contract-version";
import { type ContractPreset, contractPresets } from "@gtb/domain/money/contract-preset";
import type { MeterPlan } from "../sensors/sensor-plan.ts";

type PresetId = "hp_hc" | "c4" | "gas" | "water";

/** When the invented prices change. */
const newPricesFrom = "2026-01-01";

/**
 * Invented amounts without VAT, before and after they change, by the label of the preset's line: of the size that French
 * public buildings pay, of no real offer.
 */
const amounts: Readonly<Record<PresetId, Readonly<Record<string, readonly [before: number, after: number]>>>> = {
  hp_hc: {
    Abonnement: [38.5, 40.2],
    "Énergie HP": [0.165, 0.152],
    "Énergie HC": [0.118, 0.112],
    Accise: [0.0225, 0.0257],
    CTA: [42, 39],
  },
  c4: {
    "Part fixe de l’acheminement": [14.8, 15.4],
    "Gestion et comptage": [420, 432],
    "Énergie HPH": [0.168, 0.155],
    "Énergie HCH": [0.121, 0.114],
    "Énergie HPB": [0.112, 0.104],
    "Énergie HCB": [0.089, 0.083],
    Accise: [0.0225, 0.0257],
    CTA: [260, 245],
  },
  gas: {
    Abonnement: [310, 322],
    Énergie: [0.0472, 0.0438],
    Acheminement: [0.0211, 0.0224],
    Accise: [0.0154, 0.0164],
    CTA: [38, 40],
  },
  water: { "Part fixe": [95, 98], "Eau potable": [1.92, 1.98], Assainissement: [1.75, 1.81] },
};

/** The invented contract of a meter's delivery point. */
export function simulatedContract({ energy, maxPerHour }: MeterPlan): ContractToStore {
  const large = maxPerHour > 36;
  const id = energy === "electricity" ? (large ? "c4" : "hp_hc") : energy;
  const preset = presetOf(id);
  return {
    supplier: "Fournisseur fictif (simulation)",
    reference: `SIM-${id.toUpperCase()}`,
    preset: id,
    currency: "EUR",
    subscribedPowerKva: preset.asksPower ? (large ? 120 : 36) : null,
    schedule: preset.schedule,
    from: "2025-01-01",
    to: null,
    prices: preset.lines.flatMap((line): PriceToStore[] => {
      const [before, after] = amounts[id][line.label] ?? [0, 0];
      return [
        { ...line, amount: before, from: null, to: newPricesFrom },
        { ...line, amount: after, from: newPricesFrom, to: null },
      ];
    }),
  };
}

function presetOf(id: PresetId): ContractPreset {
  const preset = contractPresets.find((one) => one.id === id);
  if (preset === undefined) throw new Error(`No preset ${id}`);
  const unpriced = preset.lines.find(({ label }) => amounts[id][label] === undefined);
  if (unpriced !== undefined) throw new Error(`The simulated contract has no price of ${unpriced.label}`);
  return preset;
}
