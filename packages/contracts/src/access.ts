import { actions, roles } from "@gtb/domain/access/permission";
import { z } from "zod";
import { NamedReference, Uuid } from "./identifier.ts";
import { Timestamp } from "./time.ts";

export const Role = z.enum(roles).meta({ id: "Role" });
export const Action = z.enum(actions).meta({ id: "Action" });
export const Locale = z.enum(["fr", "en"]);
export const Email = z.string().max(254).trim().toLowerCase().pipe(z.email().max(254));
export const Password = z.string().min(12).max(200);

/** A role that somebody has in an organisation, all of it or some buildings. */
export const HeldRole = z
  .object({
    id: Uuid,
    role: Role,
    organisation: NamedReference,
    buildings: z.array(NamedReference).nullable().describe("null: every building"),
    since: Timestamp,
    until: Timestamp.nullable(),
    fromProvider: z.boolean().describe("Given and taken by the agency's provider at each sign-in"),
  })
  .meta({ id: "HeldRole" });
export type HeldRole = z.input<typeof HeldRole>;
