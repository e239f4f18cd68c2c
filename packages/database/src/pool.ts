import pg from "pg";

/** What a query function needs: a pool, or one connection inside a transaction. */
export type Queryable = Pick<pg.Pool, "query">;
export type Pool = pg.Pool;
export type Connection = pg.PoolClient;

// `bigint` inside is an id or a count, below 2^53 for ever: numbers are simpler to live with than strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// `bigint[]`, which the list of built-in types leaves out.
const int8Array: number = 1016;
pg.types.setTypeParser(int8Array, (text) => text.slice(1, -1).split(",").filter(Boolean).map(Number));

export interface PoolOptions {
  readonly databaseUrl: string;
  /** Shown in pg_stat_activity, so that an operator sees which service holds what. */
  readonly applicationName: string;
  readonly maxConnections?: number;
  /** A statement running longer is ended by the server; 0 for long work such as imports. */
  readonly statementTimeoutMs?: number;
  /** Settings of each session, such as the search path. */
  readonly session?: Readonly<Record<string, string>>;
  /** A transaction in which nothing happens for so long is ended by the server, with its connection. */
  readonly idleInTransactionTimeoutMs?: number;
}

/** A connection pool; it connects on first use. Close it with `pool.end()`. */
export function createPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    application_name: options.applicationName,
    max: options.maxConnections ?? 5,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    ...(options.idleInTransactionTimeoutMs && {
      idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs,
    }),
    ...(options.session && { options: sessionOptions(options.session) }),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // An idle connection that the server closes is replaced at the next query; unheard, the event would end the process.
  pool.on("error", () => undefined);
  return pool;
}

function sessionOptions(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replaceAll(/[\\ ]/g, String.raw`\$&`)}`)
    .join(" ");
}
