import type { Pool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";

export interface CatalogueEntry {
  readonly id: string;
  readonly vendor: string;
  readonly models: readonly string[];
  readonly codecVersion: number;
  readonly reportEveryMinutes: number;
}

/**
 * Brings the tables `device_type` and `codec_version` up to this version's catalogue. A codec with a higher version
 * replaces the one before for all time, and what its devices ever sent is decoded again. A lower version, from an
 * older binary that still runs, changes nothing.
 */
export async function syncDeviceTypes(pool: Pool, catalogue: readonly CatalogueEntry[]): Promise<void> {
  await inTransaction(pool, async (connection) => {
    await connection.query("select pg_advisory_xact_lock(hashtext('device_type'))");
    const entries = JSON.stringify(catalogue);
    await connection.query(
      `insert into device_type (id, vendor, models, report_every_minutes)
       select e.id, e.vendor, e.models, e."reportEveryMinutes"
         from jsonb_to_recordset($1) as e (id text, vendor text, models text[], "reportEveryMinutes" float8)
       on conflict (id) do update set vendor = excluded.vendor, models = excluded.models, report_every_minutes = excluded.report_every_minutes`,
      [entries],
    );
    const newer = await connection.query<{ id: string; version: number; replaces: boolean }>(
      `select e.id, e."codecVersion" as version, exists (select from codec_version v where v.device_type_id = e.id) as replaces
         from jsonb_to_recordset($1) as e (id text, "codecVersion" int)
        where not exists (select from codec_version v where v.device_type_id = e.id and v.version >= e."codecVersion")`,
      [entries],
    );
    const ids = newer.rows.map(({ id }) => id);
    await connection.query("update codec_version set active = 'empty' where device_type_id = any($1)", [ids]);
    await connection.query(
      "insert into codec_version (device_type_id, version) select * from unnest($1::text[], $2::int[])",
      [ids, newer.rows.map(({ version }) => version)],
    );
    await connection.query(
      `insert into job (kind, dedupe_key, organisation_id, payload)
       select 'decode-again', id::text, organisation_id, jsonb_build_object('deviceId', id) from device where device_type_id = any($1)
       on conflict (kind, dedupe_key) where state = 'queued' do nothing`,
      [newer.rows.filter(({ replaces }) => replaces).map(({ id }) => id)],
    );
  });
}
