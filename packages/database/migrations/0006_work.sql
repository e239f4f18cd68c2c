-- Queued and scheduled work. A worker holds a job by lease; every write it makes checks its fencing token.
create table job (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint references organisation (id),
  kind text not null,
  payload jsonb not null default '{}',
  -- While one job with this key waits, another is not added beside it.
  dedupe_key text,
  priority smallint not null default 0,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  run_at timestamptz not null default now(),
  attempts smallint not null default 0,
  max_attempts smallint not null default 5,
  worker text,
  lease_until timestamptz,
  fencing_token bigint not null default 0,
  progress_done bigint not null default 0,
  progress_total bigint,
  message text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create unique index job_dedupe on job (kind, dedupe_key) where state = 'queued';
create index job_next on job (priority desc, run_at, id) where state in ('queued', 'running');
create index job_recent on job (created_at desc);

-- MQTT client ids of ingestion are fixed slots, leased to living workers: a shared subscription also deals to
-- members that are away, so a slot left by a dead worker must be taken over, or drained and unsubscribed.
create table ingestion_slot (
  slot integer primary key check (slot > 0),
  holder uuid,
  lease_until timestamptz not null default '-infinity',
  fencing_token bigint not null default 0,
  state text not null default 'active' check (state in ('active', 'retiring', 'retired'))
);

-- One row, counted up by whatever changes how uplinks are decoded or where their values go. Ingestion stores a batch
-- under a shared lock on it: a batch decoded with an older catalogue is committed before the change or decoded again.
create table registry_version (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into registry_version (version) values (1);

create function bump_registry_version() returns trigger language plpgsql as $$
begin
  update registry_version set version = version + 1;
  return null;
end $$;

create trigger device_bumps_registry after insert or delete or update of dev_eui, device_type_id on device
  for each statement execute function bump_registry_version();
create trigger device_point_bumps_registry after insert or update or delete on device_point
  for each statement execute function bump_registry_version();
create trigger codec_version_bumps_registry after insert or update or delete on codec_version
  for each statement execute function bump_registry_version();

-- A changed assignment decodes the device's ledger again: a device that was heard before it was declared gets its past,
-- a moved one has its values withdrawn from where they no longer belong. The points of before and after go into the
-- job, because the changed row itself no longer says where the values went.
create function decode_again_after_assignment() returns trigger language plpgsql as $$
declare changed jsonb;
begin
  if tg_op = 'INSERT' then
    select jsonb_agg(distinct jsonb_build_object('device', device_id, 'org', organisation_id, 'point', point_id)) into changed from new_rows;
  elsif tg_op = 'DELETE' then
    select jsonb_agg(distinct jsonb_build_object('device', device_id, 'org', organisation_id, 'point', point_id)) into changed from old_rows;
  else
    select jsonb_agg(distinct jsonb_build_object('device', device_id, 'org', organisation_id, 'point', point_id)) into changed
      from (select * from new_rows union all select * from old_rows) both_sides;
  end if;
  insert into job (kind, dedupe_key, organisation_id, payload)
  select 'decode-again', device::text, org, jsonb_build_object('deviceId', device, 'pointIds', jsonb_agg(point))
    from jsonb_to_recordset(changed) as c (device bigint, org bigint, point bigint)
   group by device, org
  on conflict (kind, dedupe_key) where state = 'queued' do update
    set payload = job.payload || jsonb_build_object('pointIds', coalesce(job.payload -> 'pointIds', '[]') || (excluded.payload -> 'pointIds'));
  return null;
end $$;
create trigger device_point_insert_decodes_again after insert on device_point
  referencing new table as new_rows for each statement execute function decode_again_after_assignment();
create trigger device_point_update_decodes_again after update on device_point
  referencing new table as new_rows old table as old_rows for each statement execute function decode_again_after_assignment();
create trigger device_point_delete_decodes_again after delete on device_point
  referencing old table as old_rows for each statement execute function decode_again_after_assignment();
