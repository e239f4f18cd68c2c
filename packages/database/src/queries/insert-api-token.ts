import type { Action } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";
import { type ApiTokenRow, apiTokenColumns } from "./list-api-tokens.ts";

export interface NewApiToken {
  readonly name: string;
  readonly tokenDigest: Buffer;
  readonly hint: string;
  readonly scopes: readonly Action[];
  readonly validDays: number;
}

/**
 * Adds a token of the identity's own. A name in use is a unique violation. Where the identity came by a token, the new one
 * ends no later than that: who finds a token must not be able to keep it alive by making another.
 */
export async function insertApiToken(db: Queryable, token: NewApiToken): Promise<ApiTokenRow> {
  const { rows } = await db.query<ApiTokenRow>(
    `insert into api_token as t (user_id, name, token_digest, hint, scopes, expires_at)
     values (current_user_id(), $1, $2, $3, $4, least(now() + make_interval(days => $5), (
       select m.expires_at from api_token m
        where m.user_id = current_user_id() and m.revoked_at is null
          and 'token ' || m.name = current_setting('gtb.via', true)))) returning ${apiTokenColumns}`,
    [token.name, token.tokenDigest, token.hint, token.scopes, token.validDays],
  );
  if (rows[0] === undefined) throw new Error("The token was not added");
  return rows[0];
}
