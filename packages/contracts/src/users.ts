import { z } from "zod";
import { Email, HeldRole, Locale, Password, Role } from "./access.ts";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { Timestamp } from "./time.ts";

/** A person, with the roles that the caller may see. */
export const User = z
  .object({
    id: Uuid,
    email: z.string(),
    name: z.string(),
    locale: Locale,
    secondFactor: z.boolean(),
    lockedUntil: Timestamp.nullable(),
    disabled: z.boolean(),
    createdAt: Timestamp,
    roles: z.array(HeldRole),
  })
  .meta({ id: "User" });
export type User = z.input<typeof User>;

export const UserParams = z.strictObject({ userId: Uuid });
export const UserListQuery = z.strictObject({
  organisation: Uuid.optional().describe("Those with a role there"),
  search: z.string().trim().min(1).max(100).optional(),
  ...pageFields({ usual: 50, most: 200 }),
});
export const UserList = pageOf(User);
export type UserList = z.input<typeof UserList>;
export const UserBody = z.strictObject({ disabled: z.boolean() });

/** All that is known of a person (GDPR, article 15), by where it is kept. */
export const UserExport = z.record(z.string(), z.unknown()).meta({ id: "UserExport" });

export const RoleBody = z.strictObject({
  organisation: Uuid,
  role: Role,
  buildings: z.array(Uuid).min(1).max(1000).nullable().default(null),
});
export type RoleBody = z.input<typeof RoleBody>;
export const RoleParams = z.strictObject({ roleId: Uuid });

export const Invitation = z
  .object({
    id: Uuid,
    email: z.string(),
    organisation: NamedReference,
    role: Role,
    buildings: z.array(NamedReference).nullable(),
    createdAt: Timestamp,
    expiresAt: Timestamp,
    state: z.enum(["waiting", "accepted", "withdrawn", "over"]),
  })
  .meta({ id: "Invitation" });
export type Invitation = z.input<typeof Invitation>;
export const InvitationParams = z.strictObject({ invitationId: Uuid });
export const InvitationListQuery = z.strictObject({
  organisation: Uuid.optional(),
  ...pageFields({ usual: 50, most: 200 }),
});
export const InvitationList = pageOf(Invitation);
export type InvitationList = z.input<typeof InvitationList>;
export const InvitationBody = z.strictObject({ email: Email, ...RoleBody.shape });
export type InvitationBody = z.input<typeof InvitationBody>;

/** What the link in the mail opens: said to whoever holds it, before they have an account. */
export const InvitationPreview = z
  .object({
    email: z.string(),
    organisation: z.string(),
    role: Role,
    hasAccount: z.boolean().describe("true: it is enough to accept, name and password stay"),
  })
  .meta({ id: "InvitationPreview" });
export type InvitationPreview = z.input<typeof InvitationPreview>;
export const InvitationTokenBody = z.strictObject({ token: z.string().min(20).max(200) });
export const InvitationAcceptBody = z.strictObject({
  token: z.string().min(20).max(200),
  name: Name.nullable().default(null),
  password: Password.nullable().default(null),
});
export type InvitationAcceptBody = z.input<typeof InvitationAcceptBody>;
