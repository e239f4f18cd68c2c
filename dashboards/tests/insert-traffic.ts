import type { Queryable } from "@gtb/database/pool";

/**
 * Half an hour of traffic before `end`: one decoded uplink a minute with two readings, received 2 s later; three of a
 * device that nobody declared; one undecodable, a minute late; a status event; rejects; an uplink of 2025. Devices:
 * one well, one silent for two hours, one never heard, one with an empty battery, one on mains. Three gateways.
 */
export async function insertTraffic(db: Queryable, end: Date): Promise<void> {
  await insertDevices(db, end);
  await insertUplinks(db, end);
  await insertRejects(db, end);
  await db.query(
    `with o as (select id from organisation limit 1)
     insert into gateway (organisation_id, gateway_eui, name)
     select o.id, g.eui, g.name from o, (values ('00000000000000a1', 'Mairie'), ('00000000000000a2', 'Clocher')) g (eui, name)`,
  );
  await db.query(
    "insert into gateway_health (gateway_eui, last_heard_at) values ('00000000000000a1', $1), ('00000000000000ff', $1)",
    [end],
  );
}

async function insertDevices(db: Queryable, end: Date): Promise<void> {
  await db.query(
    "insert into device_type (id, vendor, models, report_every_minutes) values ('test-type', 'Test', '{T1}', 10)",
  );
  await db.query(
    `insert into device (organisation_id, dev_eui, device_type_id, name, building_id)
     select b.organisation_id, d.eui, 'test-type', d.name, b.id
       from (select * from building order by id limit 1) b,
            (values ('0000000000000001', 'Bien'), ('0000000000000002', 'Muet'), ('0000000000000003', 'Jamais entendu'),
                    ('0000000000000004', 'Pile vide'), ('0000000000000005', 'Sur secteur')) d (eui, name)`,
  );
  await db.query(
    `insert into device_health (dev_eui, last_uplink_at, battery_percent, external_power) values
       ('0000000000000001', $1, 80, false), ('0000000000000002', $1::timestamptz - interval '2 hours', 60, false),
       ('0000000000000004', $1, 12, null), ('0000000000000005', $1, 5, true)`,
    [end],
  );
}

async function insertUplinks(db: Queryable, end: Date): Promise<void> {
  await db.query(
    `insert into uplink (source, event_type, event_id, time, received_at, dev_eui, outcome, reading_count)
     select 'test', kind, gen_random_uuid(), time, time + late, eui, outcome, readings
       from (select 'up' as kind, $1::timestamptz - n * interval '1 minute' as time, interval '2 s' as late,
                    '0000000000000001' as eui, 'decoded' as outcome, 2 as readings from generate_series(1, 30) n
             union all
             select 'up', $1::timestamptz - n * interval '7 minutes', interval '2 s', '00000000000000ee', 'unknown_device', 0
               from generate_series(1, 3) n
             union all
             select 'up', $1::timestamptz - interval '90 s', interval '60 s', '0000000000000001', 'undecodable', 0
             union all
             select 'status', $1::timestamptz - interval '90 s', interval '1 s', '0000000000000001', 'recorded', 0
             union all
             select 'up', '2025-01-10 00:00Z', interval '2 s', '0000000000000001', 'decoded', 2) u`,
    [end],
  );
}

async function insertRejects(db: Queryable, end: Date): Promise<void> {
  await db.query(
    `insert into rejected_measurement (dev_eui, measurement, time, value, reason, source_id, uplink_time, received_at)
     select '0000000000000001', 'temperature', $1::timestamptz - n * interval '1 minute', 999, 'out_of_range',
            gen_random_uuid(), $1, $1::timestamptz - interval '5 minutes' from generate_series(1, 2) n`,
    [end],
  );
  await db.query(
    `insert into event_reject (source, event_type, event_id, received_at, topic, payload, reason, detail)
     values ('test', 'up', gen_random_uuid(), $1::timestamptz - interval '5 minutes', 'application/x', '\\x00', 'unreadable', 'not JSON')`,
    [end],
  );
}
