import { ApiTokenBody, NewApiToken } from "@gtb/contracts/api-tokens";
import { insertApiToken } from "@gtb/database/queries/insert-api-token";
import { type Action, permissions } from "@gtb/domain/access/permission";
import { apiTokenPrefix, type RequestCaller } from "../../access/caller.ts";
import { digestOf, newSecret } from "../../access/secret-token.ts";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

/** So much of a secret is shown afterwards: enough to know it again, with 220 bits left to guess. */
const hintLength = apiTokenPrefix.length + 6;

export const createApiTokenRoute = route({
  method: "POST",
  path: "/api/v1/api-tokens",
  allow: "signed-in",
  summary: "Make an API token of one's own; its secret is shown this once",
  body: ApiTokenBody,
  reply: NewApiToken,
  secretReply: true,
  handler: async ({ db, body, caller }) => {
    const scopes = [...new Set(body.scopes)];
    refuseWiderScopes(caller, scopes);
    const secret = newSecret(apiTokenPrefix);
    const hint = secret.slice(0, hintLength);
    const { name, expiresInDays } = body;
    const token = await insertApiToken(db, {
      name,
      tokenDigest: digestOf(secret),
      hint,
      scopes,
      validDays: expiresInDays,
      madeWith: caller.tokenId,
    });
    if (token === undefined) throw new ProblemError("not_signed_in", "The token has been withdrawn.");
    return { ...token, secret };
  },
});

/** A token may what its owner may, or less; made with a token, what that one may, or less. */
function refuseWiderScopes({ caller, identity }: RequestCaller, scopes: readonly Action[]): void {
  const held = (action: Action) => caller?.roles.some((role) => permissions[role][action] !== undefined) ?? false;
  const inScope = (action: Action) => identity.scopes === undefined || identity.scopes.includes(action);
  const wider = scopes.filter((action) => !held(action) || !inScope(action));
  if (wider.length > 0) throw new ProblemError("forbidden", `A token cannot have more than you: ${wider.join(", ")}.`);
}
