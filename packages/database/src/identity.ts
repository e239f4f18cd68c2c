import type { Connection, Pool } from "./pool.ts";
import { within } from "./transaction.ts";

/** Whose request it is, as the database's walls and the audit see it. */
export interface Identity {
  /** Inner id of the user; undefined: nobody, who reaches nothing. */
  readonly userId: number | undefined;
  /** What an API token is limited to; undefined: all that the user may. */
  readonly scopes?: readonly string[] | undefined;
  readonly requestId: string;
  readonly ip?: string | undefined;
  /** How they came in: `session`, or the token's name. */
  readonly via?: string | undefined;
}

/** The search path of gtb_api: the walled views first, under the names of the tables. */
export const apiSession = { search_path: "tenant,public" } as const;

/** Runs `work` in one transaction under an identity, which ends with it. Committed when it resolves. */
export function asIdentity<T>(
  pool: Pool,
  identity: Identity,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  return within(pool, "begin", async (connection) => {
    await setIdentity(connection, identity);
    return work(connection);
  });
}

/** Like `asIdentity`, for reading only. */
export function readingAs<T>(pool: Pool, identity: Identity, work: (connection: Connection) => Promise<T>): Promise<T> {
  return within(pool, "begin read only", async (connection) => {
    await setIdentity(connection, identity);
    return work(connection);
  });
}

/** Makes the rest of the transaction that of this identity: of somebody who came to be in it. */
export async function setIdentity(
  connection: Connection,
  { userId, scopes, requestId, ip, via }: Identity,
): Promise<void> {
  await connection.query(
    `select set_config('gtb.user_id', $1, true), set_config('gtb.scopes', $2, true), set_config('gtb.request_id', $3, true),
            set_config('gtb.ip', $4, true), set_config('gtb.via', $5, true)`,
    [String(userId ?? ""), scopes?.join(",") ?? "", requestId, ip ?? "", via ?? ""],
  );
}
