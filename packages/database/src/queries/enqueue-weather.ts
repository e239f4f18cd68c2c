import type { Queryable } from "../pool.ts";

/** Queues a fetch for each station whose weather is fetched, unless one waits already. */
export async function enqueueWeather(db: Queryable): Promise<void> {
  await db.query(
    `insert into job (kind, dedupe_key, organisation_id, payload)
     select 'fetch-weather', s.id::text, s.organisation_id, jsonb_build_object('stationId', s.id)
       from station s where s.kind = 'open_meteo'
     on conflict (kind, dedupe_key) where state = 'queued' do nothing`,
  );
}
