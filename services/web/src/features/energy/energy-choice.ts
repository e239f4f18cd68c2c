/** What the bars of the energy page count. */
export const energyUnits = ["kWh", "perM2", "eur", "co2e"] as const;
export type EnergyUnit = (typeof energyUnits)[number];

/** What they are split by. */
export const energySplits = ["energy", "end_use", "meter"] as const;
export type EnergySplit = (typeof energySplits)[number];
