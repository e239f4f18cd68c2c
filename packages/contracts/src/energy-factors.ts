import { z } from "zod";
import { EndUse } from "./energies.ts";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { CalendarDate } from "./time.ts";

export const FactorKind = z
  .enum(["co2e", "primary_energy", "pcs_per_pci"])
  .describe("co2e: kg CO2e per kWh; primary_energy: kWh primary per kWh; pcs_per_pci: kWh PCS per kWh PCI");
export type FactorKind = z.input<typeof FactorKind>;

const FactorEnergy = z.enum(["electricity", "gas", "heat", "fuel_oil", "wood"]);
const MonthStart = CalendarDate.refine((day) => day.endsWith("-01"), { error: "the first of a month expected" });

const fields = {
  kind: FactorKind,
  energy: FactorEnergy,
  endUse: EndUse.nullable().default(null).describe("null: of every use that has no factor of its own"),
  value: z.number().min(0).lt(1000),
  basis: z.enum(["pci", "pcs", "final"]).describe("Of which kWh it speaks; final: of the meter's own"),
  year: z.int().min(1990).max(2100).describe("That the source names"),
  source: Name,
  from: MonthStart,
  to: MonthStart.nullable().default(null).describe("The month after the last; null: until another takes its place"),
};

export const EnergyFactorBody = z
  .strictObject({
    organisation: Uuid.nullable().default(null).describe("null: for everybody, by the agency only"),
    ...fields,
  })
  .refine(({ from, to }) => to === null || from < to, { error: "`to` must be later than `from`", path: ["to"] })
  .refine(({ kind, value, endUse }) => kind !== "pcs_per_pci" || (value >= 1 && endUse === null), {
    error: "a ratio PCS/PCI is at least 1, and of every use",
    path: ["value"],
  });
export type EnergyFactorBody = z.input<typeof EnergyFactorBody>;

export const EnergyFactor = z
  .object({ id: Uuid, organisation: NamedReference.nullable().describe("null: of the platform"), ...fields })
  .meta({ id: "EnergyFactor" });
export type EnergyFactor = z.input<typeof EnergyFactor>;

export const EnergyFactorParams = z.strictObject({ energyFactorId: Uuid });
export const EnergyFactorQuery = z.strictObject({
  knownAt: CalendarDate.optional().describe("As they were believed at the end of that day (UTC)"),
});
export const EnergyFactorList = z.object({ items: z.array(EnergyFactor) }).meta({ id: "EnergyFactorList" });
export type EnergyFactorList = z.input<typeof EnergyFactorList>;
