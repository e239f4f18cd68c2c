import type { Formula as FormulaOfDomain } from "@gtb/domain/energy/formula";
import { z } from "zod";
import { EndUse, Energy } from "./energies.ts";
import { Name, Uuid } from "./identifier.ts";
import { RegisterDirection, RegisterQuantity } from "./registers.ts";
import { Timestamp } from "./time.ts";

const parts = (least: number) =>
  z
    .array(z.lazy(() => Formula))
    .min(least)
    .max(100);

/** What a virtual register counts: see packages/domain/src/energy/formula.ts */
export const Formula: z.ZodType<FormulaOfDomain, FormulaOfDomain> = z
  .union([
    z.strictObject({ register: Uuid }),
    z.strictObject({ meter: Uuid, direction: RegisterDirection.optional() }),
    z.strictObject({ op: z.literal("sum"), of: parts(1) }),
    z.strictObject({ op: z.literal("difference"), from: z.lazy(() => Formula), minus: parts(1) }),
    z.strictObject({
      op: z.literal("share"),
      of: z.lazy(() => Formula),
      part: z.number().positive().describe("In the unit of `whole`: m², flats"),
      whole: z.number().positive(),
    }),
    z.strictObject({ op: z.literal("prefer"), of: parts(2).describe("Sources of one energy, the best first") }),
  ])
  .meta({
    id: "Formula",
    description:
      "A register, a meter (its counted registers of that direction), or a sum, difference, share or order of preference of these",
  });

const Hour = Timestamp.refine((time) => time.getTime() % 3_600_000 === 0, { error: "a full hour expected" });

const said = {
  expression: Formula,
  validFrom: Hour.nullable().default(null).describe("A full hour; null: since ever"),
};
const counted = {
  quantity: RegisterQuantity.default("active-energy"),
  unit: z.string().min(1).max(30).default("kW.h"),
};

export const VirtualMeterBody = z.strictObject({
  building: Uuid,
  parent: Uuid.nullable().default(null),
  name: Name,
  energy: Energy,
  endUse: EndUse.nullable().default(null),
  counted: z
    .boolean()
    .default(false)
    .describe("Whether it is added up in its building: usually others count it already"),
  ...counted,
  ...said,
});
export type VirtualMeterBody = z.input<typeof VirtualMeterBody>;

export const VirtualRegisterBody = z.strictObject({
  meter: Uuid,
  name: Name,
  ...counted,
  ...said,
  insteadOfInputs: z
    .boolean()
    .default(false)
    .describe("The meter's registers that the formula names are its sources: it is counted, they no longer are"),
});
export type VirtualRegisterBody = z.input<typeof VirtualRegisterBody>;

export const FormulaBody = z.strictObject(said);
export type FormulaBody = z.input<typeof FormulaBody>;

export const RegisterFormula = z
  .object({
    id: Uuid,
    expression: Formula,
    validFrom: Timestamp.nullable(),
    validTo: Timestamp.nullable(),
    knownFrom: Timestamp,
    knownTo: Timestamp.nullable().describe("null: believed now"),
  })
  .meta({ id: "RegisterFormula" });
export type RegisterFormula = z.input<typeof RegisterFormula>;

export const RegisterFormulaList = z.object({ items: z.array(RegisterFormula) }).meta({ id: "RegisterFormulaList" });
