import { asIdentity, setIdentity } from "@gtb/database/identity";
import type { Connection, Pool } from "@gtb/database/pool";
import { findProviderUser, type ProviderUser } from "@gtb/database/queries/find-provider-user";
import { linkProviderUser } from "@gtb/database/queries/link-provider-user";
import { syncProviderRoles } from "@gtb/database/queries/sync-provider-roles";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../problem-error.ts";
import type { RoleMapping } from "./oidc-settings.ts";
import type { ProviderIdentity } from "./provider-identity.ts";

/**
 * Whom the provider has sent, with the roles that its claims say; resolves with the inner id. Found by the provider's own
 * subject, else by a verified address, else made. Without a verified address nobody new comes in: an account under
 * somebody else's address would get what is meant for them.
 */
export function signInByProvider(
  auth: Pool,
  request: FastifyRequest,
  person: ProviderIdentity,
  mapping: readonly RoleMapping[],
): Promise<number> {
  const nobody = { userId: undefined, requestId: request.id, ip: request.ip, via: "provider" };
  return asIdentity(auth, nobody, async (connection) => {
    const user = (await findProviderUser(connection, person)) ?? (await link(connection, person));
    if (user.disabled) throw new ProblemError("provider_refused", "The account is disabled.");
    // From here on it is they who act: the audit names who got roles.
    await setIdentity(connection, { ...nobody, userId: user.userId });
    await syncProviderRoles(connection, user.userId, rolesOf(person, mapping));
    return user.userId;
  });
}

function link(connection: Connection, person: ProviderIdentity): Promise<ProviderUser> {
  const { issuer, subject, verifiedEmail: email, name } = person;
  if (email === undefined) throw new ProblemError("provider_refused", "The provider gave no verified address.");
  return linkProviderUser(connection, { issuer, subject, email, name: name ?? email });
}

function rolesOf({ values }: ProviderIdentity, mapping: readonly RoleMapping[]) {
  return mapping
    .filter(({ value }) => values.includes(value))
    .map(({ organisation: { kind, code }, role }) => ({ kind, code, role }));
}
