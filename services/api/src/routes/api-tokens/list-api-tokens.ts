import { ApiTokenList } from "@gtb/contracts/api-tokens";
import { listApiTokens } from "@gtb/database/queries/list-api-tokens";
import { route } from "../../route.ts";

export const listApiTokensRoute = route({
  method: "GET",
  path: "/api/v1/api-tokens",
  allow: "signed-in",
  summary: "One's own API tokens, without their secrets",
  reply: ApiTokenList,
  handler: async ({ db }) => ({ items: await listApiTokens(db) }),
});
