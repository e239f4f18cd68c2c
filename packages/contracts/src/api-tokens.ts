import { z } from "zod";
import { Action } from "./access.ts";
import { Name, Uuid } from "./identifier.ts";
import { Timestamp } from "./time.ts";

/** What lets a machine in on behalf of its owner. The secret itself is shown once, when it is made. */
export const ApiToken = z
  .object({
    id: Uuid,
    name: z.string(),
    hint: z.string().describe("Its first characters"),
    scopes: z.array(Action),
    createdAt: Timestamp,
    expiresAt: Timestamp,
    lastUsedAt: Timestamp.nullable(),
  })
  .meta({ id: "ApiToken" });
export type ApiToken = z.input<typeof ApiToken>;
export const ApiTokenList = z.object({ items: z.array(ApiToken) }).meta({ id: "ApiTokenList" });
export type ApiTokenList = z.input<typeof ApiTokenList>;
export const ApiTokenParams = z.strictObject({ tokenId: Uuid });
export const ApiTokenBody = z.strictObject({
  name: Name,
  scopes: z.array(Action).min(1).max(50),
  expiresInDays: z.int().min(1).max(366).default(90),
});
export type ApiTokenBody = z.input<typeof ApiTokenBody>;
export const NewApiToken = ApiToken.extend({ secret: z.string().describe("Shown this once") }).meta({
  id: "NewApiToken",
});
export type NewApiToken = z.input<typeof NewApiToken>;
