import { z } from "zod";
import { UsedFactor } from "./analysis.ts";
import { Building } from "./buildings.ts";
import { Energy, EnergyKwh, Share } from "./energies.ts";
import { Uuid } from "./identifier.ts";

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month as 2026-01 expected");

export const LeagueQuery = z
  .strictObject({
    from: Month.describe("First local month"),
    to: Month.describe("Last local month, included"),
    energy: Energy.optional().describe("Only that energy; water has m³ and no kWh"),
    use: Building.shape.use.optional(),
  })
  .refine(({ from, to }) => from <= to, { error: "`to` must not be before `from`", path: ["to"] })
  .refine(({ from, to }) => Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 10, {
    error: "at most ten years",
    path: ["to"],
  });
export type LeagueQuery = z.input<typeof LeagueQuery>;

export const LeagueRow = z
  .object({
    building: Uuid,
    name: z.string(),
    organisation: z.string(),
    use: Building.shape.use,
    simulated: z.boolean(),
    floorAreaM2: z.number().nullable(),
    energyKwh: EnergyKwh,
    byEnergy: z.partialRecord(Energy, z.number()).describe("kWh of each energy that is known"),
    waterM3: z.number().nullable(),
    kwhPerM2: z.number().nullable(),
    completeness: Share.describe("Part of the register-hours that is measured or estimated"),
    previousKwh: EnergyKwh.describe("Of the same months a year earlier"),
    previousCompleteness: Share,
    change: z
      .number()
      .nullable()
      .describe("To the year before: -0.1 is a tenth less; null unless both are at least nine tenths known"),
    heatingKd: z.number().nullable().describe("Heating degree days of the months, base 18"),
    previousHeatingKd: z.number().nullable(),
    climateChange: z
      .number()
      .nullable()
      .describe("An estimation: the change of kWh per degree day, where nine tenths of the days are known"),
    cost: z.number().nullable().describe("With taxes; null: nothing has a price"),
    costedShare: Share,
    kgCo2e: z.number().nullable(),
  })
  .meta({ id: "LeagueRow" });
export type LeagueRow = z.input<typeof LeagueRow>;

export const League = z
  .object({
    organisation: Uuid,
    from: Month,
    to: Month,
    currency: z.string().nullable(),
    items: z.array(LeagueRow).describe("Every building of the organisation and of those below it that you see"),
    factors: z.array(UsedFactor),
  })
  .meta({ id: "League" });
export type League = z.input<typeof League>;
