import type { Action } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

export interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: Action[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

export const apiTokenColumns = `t.uuid as id, t.name, t.hint, t.scopes, t.created_at as "createdAt",
  t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt"`;

/** The identity's own tokens that were not withdrawn, the newest first. */
export async function listApiTokens(db: Queryable): Promise<ApiTokenRow[]> {
  const { rows } = await db.query<ApiTokenRow>(
    `select ${apiTokenColumns} from api_token t
      where t.user_id = current_user_id() and t.revoked_at is null order by t.id desc`,
  );
  return rows;
}
