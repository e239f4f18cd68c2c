import { z } from "zod";

/** What names a thing in URLs and bodies; the numbers inside the database never leave it. */
export const Uuid = z.uuid();

/** EUI-64 of a LoRaWAN device: 16 hexadecimal digits, kept in lower case. */
export const DevEui = z
  .string()
  .regex(/^[0-9a-fA-F]{16}$/, "16 hexadecimal digits expected")
  .toLowerCase()
  .describe("EUI-64: 16 hexadecimal digits");

/** A thing and what people call it. */
export const NamedReference = z.object({ id: Uuid, name: z.string() }).meta({ id: "NamedReference" });
export type NamedReference = z.input<typeof NamedReference>;

export const Name = z.string().trim().min(1).max(200);
