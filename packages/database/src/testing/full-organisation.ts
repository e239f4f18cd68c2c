import { randomBytes } from "node:crypto";
import { actions } from "@gtb/domain/access/permission";
import type { Pool } from "../pool.ts";

export interface FullOrganisation {
  readonly id: number;
  /** In every name, and in nothing else of the database. So is its value in every number. */
  readonly mark: string;
  readonly devEuis: readonly string[];
  /** Inner ids, the first fully equipped. */
  readonly buildings: readonly number[];
}

/**
 * Statements in order; `$1` is the organisation, `$2` its mark, `$3` a prefix of EUIs of 14 digits, 4242.42 its value. They
 * are filled in as literals: not each statement has a use for each of them.
 */
const contents: readonly string[] = [
  "insert into calendar (organisation_id, name) values ($1, $2 || ' horaires')",
  "insert into site (organisation_id, name, address, commune_code) values ($1, $2 || ' site', $2 || ' rue', '27229')",
  `insert into building (organisation_id, site_id, name, use, heating_energy)
   select $1, id, $2 || n, 'school', 'gas' from site, unnest(array[' école', ' mairie', ' salle']) n where organisation_id = $1`,
  "insert into building_floor_area (organisation_id, building_id, floor_area_m2) select $1, id, 777 from building where organisation_id = $1",
  "insert into zone (organisation_id, building_id, name, floor) select $1, id, $2 || ' zone', $2 from building where organisation_id = $1",
  `insert into point (organisation_id, building_id, zone_id, name, quantity, unit, kind)
   select $1, building_id, id, $2 || ' température', 'temperature', 'Cel', 'gauge' from zone where organisation_id = $1`,
  `insert into point (organisation_id, building_id, name, quantity, unit, kind)
   select $1, id, $2 || ' index', 'active-energy', 'kW.h', 'counter' from building where organisation_id = $1`,
  `insert into delivery_point (organisation_id, building_id, energy, number)
   select $1, id, 'gas', $2 || id from building where organisation_id = $1`,
  `insert into meter (organisation_id, building_id, delivery_point_id, name, serial_number, energy, end_use)
   select $1, building_id, id, $2 || ' compteur', $2, 'gas', 'heating' from delivery_point where organisation_id = $1`,
  `insert into register (organisation_id, meter_id, name, quantity, kind, unit)
   select $1, id, $2 || ' index', 'active-energy', 'index', 'kW.h' from meter where organisation_id = $1`,
  `insert into register_point (organisation_id, register_id, point_id)
   select $1, r.id, p.id from register r join meter m on m.id = r.meter_id
     join point p on p.building_id = m.building_id and p.kind = 'counter' where r.organisation_id = $1`,
  "insert into register_parameter (organisation_id, register_id, max_per_hour) select $1, id, 77 from register where organisation_id = $1",
  `insert into gas_coefficient (organisation_id, delivery_point_id, kwh_pcs_per_m3, source, valid)
   select $1, id, 11.11, $2 || ' facture', '[2026-01-01,2027-01-01)' from delivery_point where organisation_id = $1`,
  "insert into contract (organisation_id, delivery_point_id) select $1, id from delivery_point where organisation_id = $1",
  `insert into contract_version (organisation_id, contract_id, delivery_point_id, supplier, reference, subscribed_power_kva, valid)
   select $1, id, delivery_point_id, $2 || ' fournisseur', $2, 77, '[2026-01-01,)' from contract where organisation_id = $1`,
  `insert into contract_price (organisation_id, version_id, label, kind, amount, vat_percent, valid)
   select $1, id, $2 || ' part variable', 'per_kwh', 4242.42, 20, '[2026-01-01,)' from contract_version where organisation_id = $1`,
  `insert into invoice (organisation_id, delivery_point_id, number, issued_on, period, kind, energy_kwh, amount_excl_tax, amount_incl_tax)
   select $1, id, $2 || ' facture', '2026-12-01', '[2026-11-01,2026-12-01)', 'actual', 4242.42, 4242.42, 4242.42
     from delivery_point where organisation_id = $1`,
  `insert into energy_factor (organisation_id, kind, energy, value, basis, year, source, valid)
   values ($1, 'co2e', 'heat', 0.777, 'final', 2026, $2 || ' réseau', '[2026-01-01,)')`,
  `insert into station (organisation_id, code, name, latitude, longitude, kind, source)
   select $1, $2 || n, $2 || ' station ' || n, 49.02, 1.15, k, $2 || ' source' from unnest(array['file', 'sensor']) with ordinality s (k, n)`,
  `insert into station_sensor (organisation_id, station_id, point_id)
   select $1, s.id, min(p.id) from station s join point p on p.organisation_id = $1 and p.kind = 'gauge'
    where s.organisation_id = $1 and s.kind = 'sensor' group by s.id`,
  `insert into building_station (organisation_id, building_id, station_id)
   select $1, b.id, s.id from building b join station s on s.organisation_id = $1 and s.kind = 'file' where b.organisation_id = $1`,
  `insert into station_temperature (station_id, hour, temperature_c, min_c, max_c, source_kind)
   select s.id, t, 4242.42, 4242.42, 4242.42, s.kind from station s,
          generate_series('2026-11-23T00:00:00Z'::timestamptz, '2026-11-24T08:00:00Z', '1 hour') t where organisation_id = $1`,
  `insert into station_temperature_history (station_id, hour, temperature_c, min_c, max_c, source_kind, known)
   select id, '2026-11-23T00:00:00Z', 4242.42, 4242.42, 4242.42, kind, '[2026-11-23,2026-11-24)' from station where organisation_id = $1`,
  `insert into station_day (station_id, day, min_c, max_c, mean_c, hours, day_hours, given, source_kind)
   select id, '2026-11-23', 4242.42, 4242.42, 4242.42, 24, 24, true, kind from station where organisation_id = $1`,
  `insert into station_day_history (station_id, day, min_c, max_c, mean_c, known)
   select id, '2026-11-22', 4242.42, 4242.42, 4242.42, '[2026-11-23,2026-11-24)' from station where organisation_id = $1`,
  `insert into station_file (organisation_id, station_id, name)
   select $1, id, $2 || '.csv' from station where organisation_id = $1 and kind = 'file'`,
  `insert into station_file_content (file_id, content) select id, $2 from station_file where organisation_id = $1`,
  `insert into device (organisation_id, dev_eui, device_type_id, name, building_id)
   select $1, $3 || lpad(row_number() over (order by id)::text, 2, '0'), 'milesight-em300-th', $2 || ' capteur', id
     from building where organisation_id = $1`,
  `insert into device_point (organisation_id, device_id, measurement, point_id)
   select $1, d.id, 'temperature', p.id from device d join point p on p.building_id = d.building_id and p.kind = 'gauge'
    where d.organisation_id = $1`,
  "insert into gateway (organisation_id, gateway_eui, name) values ($1, $3 || 'ff', $2 || ' passerelle')",
  "insert into gateway_health (gateway_eui, last_heard_at) values ($3 || 'ff', '2026-11-24T10:00:00Z')",
  `insert into device_health (dev_eui, last_uplink_at, last_error, last_error_at)
   select dev_eui, '2026-11-24T10:00:00Z', $2 || ' erreur', '2026-11-24T09:00:00Z' from device where organisation_id = $1`,
  `insert into uplink (source, event_type, event_id, time, received_at, dev_eui, application_id, f_port, f_cnt, data, outcome, outcome_detail)
   select 'test', 'up', gen_random_uuid(), t, t, dev_eui, $2, 85, 7, '\\x01', o, $2 || ' détail'
     from device, unnest(array['2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z']::timestamptz[], array['decoded', 'undecodable']) u (t, o)
    where organisation_id = $1`,
  `insert into event_reject (source, event_type, event_id, time, received_at, topic, dev_eui, payload, reason, detail)
   select 'test', 'up', gen_random_uuid(), '2106-01-01', '2026-11-24T09:30:00Z', $2, dev_eui, '\\x01', 'time_in_future', $2
     from device where organisation_id = $1`,
  `insert into rejected_measurement (dev_eui, measurement, time, value, reason, source_id, uplink_time, received_at)
   select dev_eui, 'temperature', '2026-11-24T09:00:00Z', 4242.42, 'out_of_range', gen_random_uuid(), '2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z'
     from device where organisation_id = $1`,
  `insert into reading (point_id, time, value, source_kind, source_id)
   select p.id, t, 4242.42, 'import', gen_random_uuid() from point p,
          generate_series('2026-11-23T00:00:00Z'::timestamptz, '2026-11-24T10:00:00Z', '1 hour') t where organisation_id = $1`,
  `insert into reading_history (point_id, time, value, quality, source_kind, source_id, known, actor, reason)
   select id, '2026-11-23T00:00:00Z', 4242.42, 0, 'import', gen_random_uuid(), '[2026-11-23,2026-11-24)', $2, $2 from point where organisation_id = $1`,
  `insert into consumption (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share)
   select id, t, 4242.42, 4242.42, 1, 0, 0 from register,
          generate_series('2026-11-23T00:00:00Z'::timestamptz, '2026-11-24T08:00:00Z', '1 hour') t where organisation_id = $1`,
  `insert into consumption_history (register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share, known, reason)
   select id, '2026-11-23T00:00:00Z', 4242.42, 4242.42, 1, 0, 0, '[2026-11-23,2026-11-24)', $2 from register where organisation_id = $1`,
  `insert into consumption_day (register_id, day, native, energy_kwh, measured_hours, estimated_hours, day_hours)
   select id, d, 4242.42, 4242.42, 24, 0, 24 from register, unnest(array['2026-11-22', '2026-11-23']::date[]) d where organisation_id = $1`,
  `insert into consumption_month (register_id, month, native, energy_kwh, measured_hours, estimated_hours, month_hours)
   select id, '2026-11-01', 4242.42, 4242.42, 48, 0, 720 from register where organisation_id = $1`,
  `insert into register (organisation_id, meter_id, name, quantity, kind, unit, counted)
   select $1, id, $2 || ' formule', 'active-energy', 'virtual', 'kW.h', false from meter where organisation_id = $1`,
  `insert into register_formula (organisation_id, register_id, expression)
   select $1, v.id, jsonb_build_object('op', 'sum', 'of', jsonb_build_array(jsonb_build_object('register', r.uuid)))
     from register v join register r on r.meter_id = v.meter_id and r.kind = 'index' where v.organisation_id = $1 and v.kind = 'virtual'`,
  `insert into formula_input (organisation_id, formula_id, input_register_id)
   select $1, f.id, r.id from register_formula f join register v on v.id = f.register_id
     join register r on r.meter_id = v.meter_id and r.kind = 'index' where f.organisation_id = $1`,
  `insert into register_event (organisation_id, register_id, at, kind, last_value, first_value, serial_number, note, known)
   select $1, id, '2026-11-22T12:00:00Z', 'exchange', 4242.42, 4242.42, $2, $2 || ' note', '[2026-11-23,)' from register where organisation_id = $1`,
  `insert into register_break (organisation_id, register_id, from_time, from_value, to_time, to_value, found_at)
   select $1, id, '2026-11-23T06:00:00Z', 4242.42, '2026-11-23T07:00:00Z', 4242.42, '2026-11-23T07:01:00Z' from register where organisation_id = $1`,
  `insert into correction (organisation_id, point_id, kind, from_time, to_time, value, reason, made_at)
   select $1, id, 'set', '2026-11-23T05:00:00Z', '2026-11-23T05:00:00Z', 4242.42, $2 || ' motif', '2026-11-24' from point where organisation_id = $1`,
  `insert into consumption_fill_request (organisation_id, register_id, from_time, to_time, method, reason, requested_at)
   select $1, id, '2026-11-22T00:00:00Z', '2026-11-22T06:00:00Z', 'same-hours', $2 || ' motif', '2026-11-24' from register where organisation_id = $1`,
  `insert into consumption_fill (register_id, hour, native, request_id)
   select register_id, from_time, 4242.42, id from consumption_fill_request where organisation_id = $1`,
  `insert into job (organisation_id, kind, state, message, created_at, finished_at)
   values ($1, 'import-readings', 'failed', $2 || ' message', '2026-11-24T09:00:00Z', '2026-11-24T09:01:00Z')`,
  "insert into import_file (organisation_id, name, bytes, created_at) values ($1, $2 || ' courbe.csv', 10, '2026-11-24T08:00:00Z')",
  `insert into import_file_chunk (organisation_id, import_file_id, number, content)
   select $1, id, 0, convert_to(left($2, 4) || ';valeur', 'UTF8') from import_file where organisation_id = $1`,
  `insert into import_mapping (organisation_id, name, mapping) select $1, $2 || ' relevés', jsonb_build_object('name', $2)
     where $1 > 0`,
  `insert into import_run (organisation_id, import_file_id, kind, mapping, requested_at, lines, finished_at)
   select $1, id, 'check', jsonb_build_object('name', $2), '2026-11-24T08:01:00Z', 4242, '2026-11-24T08:02:00Z'
     from import_file where organisation_id = $1`,
  `insert into import_run_target (organisation_id, import_run_id, point_id, register_id, readings, from_time, to_time, least, greatest, sum, gaps)
   select $1, i.id, rp.point_id, rp.register_id, 7, '2026-11-23', '2026-11-24', 4242.42, 4242.42, 4242.42, 0
     from import_run i, register_point rp where i.organisation_id = $1 and rp.organisation_id = $1`,
  `insert into import_refusal (organisation_id, import_run_id, line, column_name, reason)
   select $1, id, 42, $2, $2 || ' est illisible' from import_run where organisation_id = $1`,
  `insert into app_user (email, name, created_at) select lower($2) || n || '@exemple.fr', $2 || ' personne ' || n, '2026-11-01'
     from generate_series(1, 3) n where $1 > 0`,
  `insert into user_role (user_id, organisation_id, role, valid)
   select id, $1, r, '[2026-11-01,)' from (select id, row_number() over (order by id) n from app_user where email like lower($2) || '%') u
     join unnest(array['organisation_admin', 'reader', 'technician']) with ordinality r (r, n) using (n)`,
  `insert into user_identity (user_id, issuer, subject) select id, 'https://exemple.fr', $2 from app_user where name = $2 || ' personne 1'`,
  `insert into session (token_digest, csrf_digest, user_id, expires_at, ip, user_agent)
   select sha256(convert_to($2, 'UTF8')), sha256('c'), id, now() + interval '1 day', '192.0.2.7', $2 from app_user where name = $2 || ' personne 1'`,
  `insert into invitation (organisation_id, email, role, token_digest, invited_by, created_at, expires_at)
   select $1, lower($2) || '-invite@exemple.fr', 'reader', sha256(convert_to($2 || 'i', 'UTF8')), id, '2026-11-24', now() + interval '7 days'
     from app_user where name = $2 || ' personne 1'`,
  `insert into idempotency_key (user_id, key, route, body_digest, status, reply)
   select id, 'shared-key', 'POST /api/v1/zones', '\\x00', 201, '"' || $2 || '"' from app_user where name = $2 || ' personne 1'`,
];

/** An organisation with something of every kind in it, most of it three times. Everything bears its mark. */
export async function fillOrganisation(
  pool: Pool,
  { mark, code, value }: { readonly mark: string; readonly code: string; readonly value: number },
): Promise<FullOrganisation> {
  const { rows } = await pool.query<{ id: number }>(
    "insert into organisation (kind, code, name) values ('commune', $1, $2 || ' organisation') returning id",
    [code, mark],
  );
  const id = rows[0]?.id ?? 0;
  const prefix = randomBytes(7).toString("hex");
  const literals = { $1: String(id), $2: `'${mark}'`, $3: `'${prefix}'`, "4242.42": String(value) };
  for (const sql of contents) {
    const filled = Object.entries(literals).reduce((text, [name, literal]) => text.replaceAll(name, literal), sql);
    await pool.query(filled);
  }
  await pool.query(
    `insert into api_token (user_id, name, token_digest, hint, scopes, expires_at, created_at)
     select id, $1 || ' jeton', sha256(convert_to($1 || 't', 'UTF8')), 'gtb_', $2, now() + interval '1 day', '2026-11-01'
       from app_user where name = $1 || ' personne 1'`,
    [mark, actions],
  );
  const devices = await pool.query<{ eui: string }>("select dev_eui as eui from device where organisation_id = $1", [
    id,
  ]);
  const buildings = await pool.query<{ id: number }>("select id from building where organisation_id = $1 order by id", [
    id,
  ]);
  return { id, mark, devEuis: devices.rows.map(({ eui }) => eui), buildings: buildings.rows.map((row) => row.id) };
}
