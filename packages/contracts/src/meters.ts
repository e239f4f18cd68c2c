import { z } from "zod";
import { EndUse, Energy } from "./energies.ts";
import { Name, Uuid } from "./identifier.ts";
import { Register } from "./registers.ts";

export const Meter = z
  .object({
    id: Uuid,
    building: Uuid,
    parent: Uuid.nullable().describe("The meter that already counts what this one counts"),
    name: z.string(),
    serialNumber: z.string().nullable(),
    energy: Energy,
    endUse: EndUse.nullable().describe("What it counts the energy of; null: of several, or nobody has said"),
    counted: z.boolean().describe("Whether it is added up in its building, where it has no parent"),
    registers: z.array(Register),
  })
  .meta({ id: "Meter" });
export type Meter = z.input<typeof Meter>;

export const MeterParams = z.strictObject({ meterId: Uuid });
export const MeterBody = z.strictObject({
  building: Uuid,
  parent: Uuid.nullable().default(null),
  name: Name,
  serialNumber: z.string().trim().min(1).max(100).nullable().default(null),
  energy: Energy,
  endUse: EndUse.nullable().default(null),
  counted: z.boolean().default(true),
});
export type MeterBody = z.input<typeof MeterBody>;

/** What may be mended; what is left out stays. */
export const MeterChangeBody = z.strictObject({
  name: Name.optional(),
  serialNumber: MeterBody.shape.serialNumber.unwrap().optional(),
  parent: Uuid.nullable().optional(),
  endUse: EndUse.nullable().optional(),
  counted: z.boolean().optional(),
});
export type MeterChangeBody = z.input<typeof MeterChangeBody>;
