import { z } from "zod";
import { Name, Uuid } from "./identifier.ts";
import { Timestamp } from "./time.ts";

export const RegisterQuantity = z.enum(["active-energy", "thermal-energy", "volume"]);
export const RegisterDirection = z.enum(["import", "export"]);
/** Of a register that reads a point. */
export const RegisterKind = z.enum(["index", "interval", "power"]);

/** A counter of a meter. Its own unit is that in which consumption is kept beside kWh. */
export const Register = z
  .object({
    id: Uuid,
    meter: Uuid,
    name: z.string(),
    quantity: RegisterQuantity,
    direction: RegisterDirection,
    tariffClass: z.string(),
    kind: z.enum([...RegisterKind.options, "virtual"]).describe("virtual: follows from others by a formula"),
    unit: z.string(),
    counted: z.boolean().describe("Whether it is added up in its meter: of two sources of one energy neither is"),
    point: Uuid.nullable().describe("The point that it reads now"),
  })
  .meta({ id: "Register" });
export type Register = z.input<typeof Register>;

/** How raw counts become the register's unit: counts × unitPerCount × ctRatio. */
export const RegisterParameters = z.strictObject({
  wrapsAt: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe("Counts at which the index returns to 0; null: never"),
  unitPerCount: z.number().positive().default(1),
  ctRatio: z.number().positive().default(1),
  maxPerHour: z
    .number()
    .positive()
    .describe("The most the installation can draw, in the register's unit per hour: tells a wrap from a reset"),
});

export const RegisterParams = z.strictObject({ registerId: Uuid });
export const RegisterBody = z.strictObject({
  meter: Uuid,
  name: Name,
  quantity: RegisterQuantity,
  direction: RegisterDirection.default("import"),
  tariffClass: z.string().trim().min(1).max(50).default("base"),
  kind: RegisterKind.default("index"),
  unit: z.string().min(1).max(30),
  point: Uuid.nullable().default(null).describe("The point that it reads, from `validFrom` on"),
  validFrom: Timestamp.nullable().default(null).describe("null: since ever"),
  parameters: RegisterParameters,
});
export type RegisterBody = z.input<typeof RegisterBody>;
