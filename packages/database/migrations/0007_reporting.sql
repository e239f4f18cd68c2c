-- The way in for whoever reads from outside (Grafana, exports). Views belong to a role that owns no table and cannot
-- bypass row-level security, so that the policies of the tables below will hold for their readers.
do $$ begin
  if not exists (select from pg_roles where rolname = 'gtb_reporting') then
    create role gtb_reporting nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'gtb_grafana') then
    create role gtb_grafana nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- two databases of one cluster migrate at once
end $$;

create schema reporting;

create view reporting.building with (security_barrier) as
  select b.id as building_id, b.uuid as building_uuid, b.name as building, b.use, b.time_zone, b.simulated,
         b.heating_energy, o.id as organisation_id, o.uuid as organisation_uuid, o.name as organisation
    from building b join organisation o on o.id = b.organisation_id;

create view reporting.point with (security_barrier) as
  select p.id as point_id, p.uuid as point_uuid, p.name as point, p.quantity, p.unit, p.kind,
         p.building_id, z.name as zone
    from point p left join zone z on z.id = p.zone_id;

create view reporting.reading with (security_barrier) as
  select r.point_id, r.time, r.value, r.quality, p.building_id, p.quantity, p.unit
    from reading r join point p on p.id = r.point_id;

create view reporting.register with (security_barrier) as
  select r.id as register_id, r.uuid as register_uuid, r.name as register, r.unit, r.direction, r.tariff_class,
         m.id as meter_id, m.name as meter, m.energy, m.parent_meter_id, m.building_id
    from register r join meter m on m.id = r.meter_id;

create view reporting.consumption with (security_barrier) as
  select c.register_id, c.hour, c.native, c.energy_kwh, c.measured_share, c.estimated_share, c.missing_share,
         r.direction, m.id as meter_id, m.name as meter, m.energy, m.parent_meter_id, m.building_id
    from consumption c
    join register r on r.id = c.register_id
    join meter m on m.id = r.meter_id;

create view reporting.device with (security_barrier) as
  select d.id as device_id, d.dev_eui, d.name as device, d.device_type_id, d.building_id, t.report_every_minutes,
         h.last_uplink_at, h.last_join_at, h.battery_percent, h.external_power, h.rssi_dbm, h.snr_db, h.data_rate, h.last_error, h.last_error_at
    from device d
    join device_type t on t.id = d.device_type_id
    left join device_health h on h.dev_eui = d.dev_eui;

-- Undeclared gateways that hear our devices are listed too, without a name.
create view reporting.gateway with (security_barrier) as
  select g.id as gateway_id, coalesce(g.gateway_eui, h.gateway_eui) as gateway_eui, g.name as gateway, h.last_heard_at
    from gateway g full join gateway_health h on h.gateway_eui = g.gateway_eui;

create view reporting.uplink with (security_barrier) as
  select u.time, u.received_at, u.event_type, u.dev_eui, u.outcome, u.outcome_detail, u.reading_count, d.id as device_id, d.building_id
    from uplink u left join device d on d.dev_eui = u.dev_eui;

create view reporting.event_reject with (security_barrier) as
  select received_at, dev_eui, event_type, reason, detail from event_reject;

create view reporting.rejected_measurement with (security_barrier) as
  select m.received_at, m.dev_eui, m.measurement, m.time, m.value, m.reason, d.building_id
    from rejected_measurement m left join device d on d.dev_eui = m.dev_eui;

grant usage on schema reporting to gtb_grafana, gtb_reporting;
grant usage on schema public to gtb_reporting;
grant select on organisation, building, zone, point, register, meter, device, device_type, device_health,
  gateway, gateway_health, reading, consumption, uplink, event_reject, rejected_measurement to gtb_reporting;
grant select on all tables in schema reporting to gtb_grafana;

do $$ declare v text; begin
  -- To hand a view over, the new owner needs create on its schema for that moment.
  grant create on schema reporting to gtb_reporting;
  for v in select viewname from pg_views where schemaname = 'reporting' loop
    execute format('alter view reporting.%I owner to gtb_reporting', v);
  end loop;
  revoke create on schema reporting from gtb_reporting;
end $$;
