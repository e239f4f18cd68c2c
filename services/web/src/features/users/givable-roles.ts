import type { OrganisationKind } from "@gtb/contracts/organisations";
import { agencyRoles, mayGive, permissions, type Role, roles } from "@gtb/domain/access/permission";

/** Roles that one with `held` roles may give in an organisation of this kind, strongest first. */
export function givableRoles(held: readonly Role[], kind: OrganisationKind): Role[] {
  return roles.filter(
    (role) =>
      (kind === "agency" || !agencyRoles.includes(role)) &&
      held.some((own) => permissions[own]["user:manage"] !== undefined && mayGive(own, role)),
  );
}
