import { OrganisationKind } from "@gtb/contracts/organisations";
import { agencyRoles, roles } from "@gtb/domain/access/permission";
import { z } from "zod";

/** Who has this value in the claim has this role in this organisation. */
const RoleMapping = z
  .strictObject({
    /** A group's name, or a SIRET */
    value: z.string().min(1).max(200),
    organisation: z.strictObject({ kind: OrganisationKind, code: z.string().min(1).max(50) }),
    role: z.enum(roles),
  })
  .refine(({ role, organisation }) => !agencyRoles.includes(role) || organisation.kind === "agency", {
    error: "a role of the agency's is given in the agency only",
  });
export type RoleMapping = z.output<typeof RoleMapping>;

/** The mapping as the environment holds it: a JSON text. */
export const RoleMappingText = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "must be JSON" });
      return z.NEVER;
    }
  })
  .pipe(z.array(RoleMapping).max(10_000));

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in page calls it */
  readonly name: string;
  /** The claim whose values decide on roles: one text, or several */
  readonly claim: string;
  readonly scope: string;
  readonly roles: readonly RoleMapping[];
  /**
   * The provider's addresses are all verified, even where it has no claim `email_verified` (ProConnect has none).
   * Without this, an account is found or made by a verified address only.
   */
  readonly trustsEmail: boolean;
}
