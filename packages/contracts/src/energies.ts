import { z } from "zod";

export const Energy = z.enum(["electricity", "gas", "heat", "fuel_oil", "wood", "water"]).meta({ id: "Energy" });
export type Energy = z.input<typeof Energy>;

/** Null where nothing is known: missing is never 0. Gas is counted in kWh PCS. */
export const EnergyKwh = z.number().nullable();

/** Part of an amount of time, 0 to 1. */
export const Share = z.number().min(0).max(1);

/** What a meter counts the energy of. */
export const EndUse = z
  .enum([
    "heating",
    "hot_water",
    "cooling",
    "ventilation",
    "lighting",
    "cooking",
    "sockets",
    "it",
    "pool",
    "charging",
    "production",
    "other",
  ])
  .meta({ id: "EndUse" });
export type EndUse = z.input<typeof EndUse>;
