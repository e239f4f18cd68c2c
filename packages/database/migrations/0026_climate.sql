-- Climate: stations, their hours and days, and which building lives in which station's weather. Temperatures in °C.

-- Organisation null: the platform's, seen by all. A station of an organisation may be one of its outdoor sensors.
create table station (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint references organisation (id),
  -- Of Météo-France: NUM_POSTE, 8 digits
  code text not null,
  name text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  kind text not null check (kind in ('file', 'sensor', 'open_meteo')),
  -- Whose data it is and under which licence, shown wherever they are
  source text not null,
  -- Its days begin at midnight there.
  time_zone text not null default 'Europe/Paris',
  unique (organisation_id, id),
  unique nulls not distinct (organisation_id, code),
  check (kind <> 'sensor' or organisation_id is not null),
  check (kind <> 'open_meteo' or latitude is not null and longitude is not null)
);

create table station_sensor (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  station_id bigint not null,
  point_id bigint not null,
  valid tstzrange not null default tstzrange('-infinity', null),
  foreign key (organisation_id, station_id) references station (organisation_id, id),
  foreign key (organisation_id, point_id) references point (organisation_id, id),
  check (not isempty(valid)),
  exclude using gist (station_id with =, valid with &&)
);
create index station_sensor_point on station_sensor (point_id);

create table station_temperature (
  station_id bigint not null,
  -- Start of the UTC hour
  hour timestamptz not null,
  temperature_c real not null,
  min_c real not null,
  max_c real not null,
  source_kind text not null check (source_kind in ('file', 'sensor', 'open_meteo')),
  known_since timestamptz not null default now(),
  unique (station_id, hour),
  check (min_c <= max_c)
);
select create_hypertable('station_temperature', 'hour', chunk_time_interval => interval '365 days', create_default_indexes => false);
-- Only in the community edition, as in 0008
do $$ begin
  if current_setting('timescaledb.license', true) = 'timescale' then
    alter table station_temperature set (timescaledb.compress, timescaledb.compress_segmentby = 'station_id', timescaledb.compress_orderby = 'hour');
    perform add_compression_policy('station_temperature', interval '400 days');
  end if;
end $$;

create table station_temperature_history (
  station_id bigint not null,
  hour timestamptz not null,
  temperature_c real not null,
  min_c real not null,
  max_c real not null,
  source_kind text not null,
  known tstzrange not null
);
create index station_temperature_history_hour on station_temperature_history (station_id, hour);

-- Local days of the station. Given: by its source (a file of days); else what its hours say, written with them.
create table station_day (
  station_id bigint not null references station (id) on delete cascade,
  day date not null,
  min_c real not null,
  max_c real not null,
  mean_c real not null,
  -- That are known, of 23, 24 or 25; of a given day all
  hours smallint not null,
  day_hours smallint not null,
  given boolean not null,
  source_kind text not null check (source_kind in ('file', 'sensor', 'open_meteo')),
  known_since timestamptz not null default now(),
  primary key (station_id, day),
  check (min_c <= max_c)
);
create table station_day_history (
  station_id bigint not null references station (id) on delete cascade,
  day date not null,
  min_c real not null,
  max_c real not null,
  mean_c real not null,
  known tstzrange not null
);
create index station_day_history_day on station_day_history (station_id, day);

-- What gives way is kept: hours, and days that no hours could give back.
create function keep_station_temperature() returns trigger language plpgsql as $$
begin
  insert into station_temperature_history values
    (old.station_id, old.hour, old.temperature_c, old.min_c, old.max_c, old.source_kind, tstzrange(old.known_since, greatest(old.known_since, now()), '[]'));
  return null;
end $$;
create trigger station_temperature_kept after update or delete on station_temperature
  for each row execute function keep_station_temperature();
create function keep_station_day() returns trigger language plpgsql as $$
begin
  insert into station_day_history values
    (old.station_id, old.day, old.min_c, old.max_c, old.mean_c, tstzrange(old.known_since, greatest(old.known_since, now()), '[]'));
  return null;
end $$;
create trigger station_day_kept after update on station_day
  for each row when (old.given) execute function keep_station_day();

-- Whose weather a building has. Never updated in place: what was believed is closed, and what is believed now added.
create table building_station (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  building_id bigint not null,
  station_id bigint not null references station (id),
  valid daterange not null default daterange('-infinity', null),
  known tstzrange not null default tstzrange(now(), null),
  foreign key (organisation_id, building_id) references building (organisation_id, id),
  check (not isempty(valid)),
  exclude using gist (building_id with =, valid with &&, known with &&)
);
create index building_station_station on building_station (station_id);

-- A file of temperatures that a person sent: a job reads it and then deletes its text, which nobody else can read.
create table station_file (
  id bigint generated always as identity primary key,
  -- Its job's too
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint references organisation (id),
  station_id bigint not null references station (id),
  name text not null,
  sent_by bigint references app_user (id) on delete set null default current_user_id(),
  sent_at timestamptz not null default now()
);

create table station_file_content (
  file_id bigint primary key references station_file (id) on delete cascade,
  content text not null
);

create function import_station_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into job (uuid, kind, organisation_id, payload)
  select uuid, 'import-temperatures', organisation_id, jsonb_build_object('fileId', id) from station_file where id = new.file_id;
  return null;
end $$;
revoke execute on function import_station_file() from public;
create trigger station_file_is_imported after insert on station_file_content for each row execute function import_station_file();

-- Another sensor, or another period of it: the station's hours are computed again.
create function recompute_station() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into job (kind, dedupe_key, organisation_id, payload)
  select 'recompute-station', s.id::text, s.organisation_id, jsonb_build_object('stationId', s.id)
    from station s where s.id = coalesce(new.station_id, old.station_id)
  on conflict (kind, dedupe_key) where state = 'queued' do nothing;
  return null;
end $$;
revoke execute on function recompute_station() from public;
create trigger station_sensor_recomputes after insert or update or delete on station_sensor
  for each row execute function recompute_station();

-- What is to be fetched is fetched at once, not only the next night.
create function fetch_station_weather() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into job (kind, dedupe_key, organisation_id, payload)
  values ('fetch-weather', new.id::text, new.organisation_id, jsonb_build_object('stationId', new.id))
  on conflict (kind, dedupe_key) where state = 'queued' do nothing;
  return null;
end $$;
revoke execute on function fetch_station_weather() from public;
create trigger station_is_fetched after insert on station for each row when (new.kind = 'open_meteo') execute function fetch_station_weather();

do $$
declare
  own constant text := 'organisation_id in (select reached_organisations(''building:write''))
    or organisation_id is null and (select may_everywhere(''organisation:manage''))';
  seen constant text := 'station_id in (select s.id from station s)';
begin
  perform build_walls('station', 'organisation_id is null and (select may(''data:read'')) or organisation_id in (select reached_organisations(''data:read''))
    or id in (select b.station_id from building_station b)', own);
  perform build_walls('station_sensor', 'organisation_id in (select reached_organisations(''data:read''))',
    'organisation_id in (select reached_organisations(''building:write''))');
  perform build_walls('building_station', 'organisation_id in (select reached_organisations(''data:read'')) or building_id in (select reached_buildings(''data:read''))',
    'organisation_id in (select reached_organisations(''building:write'')) or building_id in (select reached_buildings(''building:write''))');
  perform build_walls('station_file', own, own);
end $$;
alter table station_file_content enable row level security;
create policy added on station_file_content for insert to gtb_api with check (file_id in (select f.id from station_file f));
create policy worked on station_file_content to gtb_jobs using (true) with check (true);
grant insert on station_file_content to gtb_api;

create trigger audited after insert or delete or update of code, name, latitude, longitude, kind, source, time_zone on station
  for each row execute function audit_row('station', 'id');
create trigger audited after insert or update or delete on station_sensor for each row execute function audit_row('station', 'station_id');
create trigger audited after insert or update or delete on building_station for each row execute function audit_row('building', 'building_id');
create trigger audited after insert or update or delete on station_file for each row execute function audit_row('station', 'station_id');

grant select on station, station_sensor, building_station to gtb_jobs;
grant select on station_file to gtb_jobs;
grant select, delete on station_file_content to gtb_jobs;
-- A station is locked while its hours are written.
grant update (id) on station to gtb_jobs;
grant select, insert, update, delete on station_temperature, station_day to gtb_jobs;
grant select, insert on station_temperature_history, station_day_history to gtb_jobs;
grant select on station_temperature, station_day, station_temperature_history, station_day_history to gtb_reporting;

create view tenant.station_temperature with (security_barrier) as
  select t.* from public.station_temperature t join public.station s on s.id = t.station_id;
create view tenant.station_day with (security_barrier) as
  select d.* from public.station_day d join public.station s on s.id = d.station_id;
grant create on schema tenant to gtb_reporting;
alter view tenant.station_temperature owner to gtb_reporting;
alter view tenant.station_day owner to gtb_reporting;
revoke create on schema tenant from gtb_reporting;
grant select on tenant.station_temperature, tenant.station_day to gtb_api;

insert into stage_cursor (stage) values ('climate');
