-- A devEUI may be declared in several organisations: were it unique among all, a refusal would tell one that another has
-- it. Of several the first declaration stands: it alone is decoded and shown what the network says.
alter table device drop constraint device_dev_eui_key;
alter table device add constraint device_dev_eui_once unique (organisation_id, dev_eui);
create index device_by_dev_eui on device (dev_eui, id);

-- A table of its own, for its key lets two declarations at the same moment wait for each other without an error.
create table standing_device (
  dev_eui text primary key,
  device_id bigint not null unique references device (id) on delete cascade
);
insert into standing_device (dev_eui, device_id) select dev_eui, id from device order by dev_eui;

alter table standing_device enable row level security;
create policy seen on standing_device for select to gtb_api using (device_id in (select d.id from device d));
create policy worked on standing_device for select to gtb_reporting, gtb_ingestion, gtb_jobs using (true);
grant select on standing_device to gtb_api, gtb_reporting, gtb_ingestion, gtb_jobs;

create function new_devices_stand() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into standing_device (dev_eui, device_id)
  select distinct on (dev_eui) dev_eui, id from new_rows order by dev_eui, id
  on conflict do nothing;
  return null;
end $$;
create trigger device_insert_stands after insert on device
  referencing new table as new_rows for each statement execute function new_devices_stand();

-- Where the one that stood is gone, the oldest that is left stands, and gets its past from the ledger.
create function next_devices_stand(euis text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  with risen as (
    insert into standing_device (dev_eui, device_id)
    select distinct on (dev_eui) dev_eui, id from device where dev_eui = any (euis) order by dev_eui, id
    on conflict do nothing returning device_id)
  insert into job (kind, dedupe_key, organisation_id, payload)
  select 'decode-again', d.id::text, d.organisation_id, jsonb_build_object('deviceId', d.id, 'pointIds',
           (select coalesce(jsonb_agg(distinct a.point_id), '[]') from device_point a where a.device_id = d.id))
    from risen join device d on d.id = risen.device_id
  on conflict (kind, dedupe_key) where state = 'queued' do nothing $$;
revoke execute on function next_devices_stand(text[]) from public;

create function removed_devices_stand_no_more() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from standing_device where device_id in (select id from old_rows);
  perform next_devices_stand(array(select dev_eui from old_rows));
  return null;
end $$;
create trigger device_delete_stands_no_more after delete on device
  referencing old table as old_rows for each statement execute function removed_devices_stand_no_more();

create function renamed_device_stands() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from standing_device where device_id = new.id;
  perform next_devices_stand(array[old.dev_eui, new.dev_eui]);
  return null;
end $$;
create trigger device_rename_stands after update of dev_eui on device
  for each row when (old.dev_eui is distinct from new.dev_eui) execute function renamed_device_stands();

-- What the network says of a devEUI is heard by the organisation of the device that stands for it.
create or replace view tenant.uplink with (security_barrier) as
  select u.* from public.uplink u
   where u.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read')) and not is_declared(u.dev_eui);
create or replace view tenant.device_health with (security_barrier) as
  select h.* from public.device_health h
   where h.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read')) and not is_declared(h.dev_eui);
create or replace view tenant.event_reject with (security_barrier) as
  select e.* from public.event_reject e
   where e.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read')) and (e.dev_eui is null or not is_declared(e.dev_eui));
create or replace view tenant.rejected_measurement with (security_barrier) as
  select m.* from public.rejected_measurement m
   where m.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read')) and not is_declared(m.dev_eui);

create or replace view reporting.device with (security_barrier) as
  select d.id as device_id, d.dev_eui, d.name as device, d.device_type_id, d.building_id, t.report_every_minutes,
         h.last_uplink_at, h.last_join_at, h.battery_percent, h.external_power, h.rssi_dbm, h.snr_db, h.data_rate, h.last_error, h.last_error_at
    from device d
    join device_type t on t.id = d.device_type_id
    left join standing_device s on s.device_id = d.id
    left join device_health h on h.dev_eui = s.dev_eui;
create or replace view reporting.uplink with (security_barrier) as
  select u.time, u.received_at, u.event_type, u.dev_eui, u.outcome, u.outcome_detail, u.reading_count, d.id as device_id, d.building_id
    from tenant.uplink u
    left join standing_device s on s.dev_eui = u.dev_eui
    left join device d on d.id = s.device_id;
create or replace view reporting.rejected_measurement with (security_barrier) as
  select m.received_at, m.dev_eui, m.measurement, m.time, m.value, m.reason, d.building_id
    from tenant.rejected_measurement m
    left join standing_device s on s.dev_eui = m.dev_eui
    left join device d on d.id = s.device_id;
