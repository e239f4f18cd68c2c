import type { Pool } from "@gtb/database/pool";
import { rollUpConsumption } from "@gtb/database/queries/roll-up-consumption";
import { inTransaction } from "@gtb/database/transaction";

/** Puts consumption into the database as jobs would leave it: `kwhOf` of each UTC hour of [from, to), measured. */
export async function fillConsumption(
  pool: Pool,
  register: string,
  { from, to, kwhSql }: { readonly from: string; readonly to: string; readonly kwhSql: string },
): Promise<void> {
  await pool.query(
    `insert into consumption (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share)
     select r.id, hour, ${kwhSql}, ${kwhSql}, 1, 0, 0
       from register r, generate_series($2::timestamptz, $3::timestamptz - interval '1 hour', '1 hour') hour
      where r.uuid = $1`,
    [register, from, to],
  );
  const { rows } = await pool.query<{ id: number }>("select id from register where uuid = $1", [register]);
  const range = { registerId: rows[0]?.id ?? 0, fromMs: Date.parse(from), toMs: Date.parse(to) };
  await inTransaction(pool, (connection) => rollUpConsumption(connection, [range]));
}

/** Puts readings into the database as an import would leave them, one every `step` in [from, to). */
export async function fillReadings(
  pool: Pool,
  point: string,
  {
    from,
    to,
    step,
    valueSql,
  }: { readonly from: string; readonly to: string; readonly step: string; readonly valueSql: string },
): Promise<void> {
  await pool.query(
    `insert into reading (point_id, time, value, source_kind, source_id)
     select p.id, time, ${valueSql}, 'import', gen_random_uuid()
       from point p, generate_series($2::timestamptz, $3::timestamptz - interval '1 microsecond', $4::interval) time
      where p.uuid = $1`,
    [point, from, to, step],
  );
}
