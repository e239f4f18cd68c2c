import { ApiTokenParams } from "@gtb/contracts/api-tokens";
import { Done } from "@gtb/contracts/session";
import { revokeApiToken } from "@gtb/database/queries/revoke-api-token";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const revokeApiTokenRoute = route({
  method: "DELETE",
  path: "/api/v1/api-tokens/:tokenId",
  allow: "signed-in",
  summary: "Withdraw an API token of one's own, at once",
  params: ApiTokenParams,
  reply: Done,
  handler: async ({ db, params: { tokenId } }) => {
    if (!(await revokeApiToken(db, tokenId))) throw new ProblemError("not_found", "There is no such token of yours.");
    return { done: true as const };
  },
});
