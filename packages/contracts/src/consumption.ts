import { z } from "zod";
import { Energy, EnergyKwh, Share } from "./energies.ts";
import { Uuid } from "./identifier.ts";
import { inOrder, inOrderError, PeriodQuery, Timestamp } from "./time.ts";

/** Bounds of a reply, in days of the period asked. */
export const longestConsumptionDays = { hour: 100, day: 1_500, month: 11_000 } as const;

export const ConsumptionStep = z
  .enum(["hour", "day", "month"])
  .describe("Days and months are local ones of the building: of 23, 24 or 25 hours");
export type ConsumptionStep = z.input<typeof ConsumptionStep>;

const consumptionFields = PeriodQuery.extend({ by: ConsumptionStep });
export const MeterConsumptionQuery = consumptionFields.refine(inOrder, inOrderError);
export const BuildingConsumptionQuery = consumptionFields
  .extend({ energy: Energy.optional() })
  .refine(inOrder, inOrderError);

/** One energy, one column a field, as long as `starts`. */
export const ConsumptionSeries = z.object({
  energy: Energy,
  nativeUnit: z.string().nullable().describe("UCUM unit of `native`; null when the registers differ in unit"),
  energyKwh: z.array(EnergyKwh).describe("null: nothing known, or no kWh in it (water); gas in kWh PCS"),
  native: z.array(z.number().nullable()),
  measuredShare: z.array(Share),
  estimatedShare: z.array(Share),
  missingShare: z.array(Share).describe("What is not in `energyKwh`, as a share of the bucket's register-hours"),
});

/** `from` and `to` are widened to whole local buckets; buckets that have not begun are left out. */
export const ConsumptionColumns = z
  .object({
    building: Uuid,
    meter: Uuid.nullable().describe("null: the building's meters that have no parent, added up"),
    timeZone: z.string(),
    by: ConsumptionStep,
    from: Timestamp,
    to: Timestamp,
    starts: z.array(Timestamp),
    localStarts: z.array(z.string()).describe("The same in local time: `2026-03-29T00:00:00+01:00`"),
    series: z.array(ConsumptionSeries),
  })
  .meta({ id: "ConsumptionColumns" });
export type ConsumptionColumns = z.input<typeof ConsumptionColumns>;
