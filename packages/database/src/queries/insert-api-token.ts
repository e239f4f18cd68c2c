import type { Action } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";
import { type ApiTokenRow, apiTokenColumns } from "./list-api-tokens.ts";

export interface NewApiToken {
  readonly name: string;
  readonly tokenDigest: Buffer;
  readonly hint: string;
  readonly scopes: readonly Action[];
  readonly validDays: number;
  /** Inner id of the token by which the identity came, if it did. */
  readonly madeWith: number | undefined;
}

/**
 * Adds a token of the identity's own; undefined: the one that it is made with was withdrawn meanwhile. A name in use is a
 * unique violation. Where the identity came by a token, the new one ends no later than that, and is withdrawn with it:
 * who finds a token must not be able to keep it alive by making another.
 */
export async function insertApiToken(db: Queryable, token: NewApiToken): Promise<ApiTokenRow | undefined> {
  const { rows } = await db.query<ApiTokenRow>(
    `with mother as (
       select id, expires_at from api_token
        where id = $6 and user_id = current_user_id() and revoked_at is null for share)
     insert into api_token as t (user_id, name, token_digest, hint, scopes, expires_at, made_with)
     select current_user_id(), $1, $2, $3, $4, least(now() + make_interval(days => $5), m.expires_at), m.id
       from (select) one left join mother m on true where $6::bigint is null or m.id is not null
     returning ${apiTokenColumns}`,
    [token.name, token.tokenDigest, token.hint, token.scopes, token.validDays, token.madeWith],
  );
  return rows[0];
}
