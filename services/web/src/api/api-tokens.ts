import { type ApiTokenBody, ApiTokenList, NewApiToken } from "@gtb/contracts/api-tokens";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post, remove } from "./request.ts";

export type ListedApiToken = z.output<typeof ApiTokenList>["items"][number];
export type ApiTokenWish = z.input<typeof ApiTokenBody>;

export const apiTokensQuery = queryOptions({
  queryKey: ["api-tokens"],
  queryFn: ({ signal }) => get(ApiTokenList, apiUrl("/api-tokens"), signal),
});

/** Its secret comes with this answer and never again. */
export function createApiToken(body: ApiTokenWish) {
  return post(NewApiToken, apiUrl("/api-tokens"), body);
}

export function withdrawApiToken(id: string): Promise<void> {
  return remove(apiUrl(`/api-tokens/${id}`));
}
