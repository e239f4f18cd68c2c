-- Mirrors the catalogue of packages/devices: its definitions are code, this is what other tables refer to.
create table device_type (
  id text primary key,
  vendor text not null,
  models text[] not null,
  report_every_minutes double precision not null check (report_every_minutes > 0)
);

-- Which decoder holds for which period; several versions of one type follow each other.
create table codec_version (
  id bigint generated always as identity primary key,
  device_type_id text not null references device_type (id),
  version integer not null check (version > 0),
  active tstzrange not null default tstzrange('-infinity', null),
  created_at timestamptz not null default now(),
  unique (device_type_id, version),
  exclude using gist (device_type_id with =, active with &&)
);

create table device (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  -- A fact of the radio network: one device in the field, wherever it is declared.
  dev_eui text not null unique check (dev_eui ~ '^[0-9a-f]{16}$'),
  device_type_id text not null references device_type (id),
  name text not null,
  building_id bigint,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, building_id) references building (organisation_id, id)
);
create index device_building on device (organisation_id, building_id);

create table device_point (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  device_id bigint not null,
  measurement text not null,
  point_id bigint not null,
  valid tstzrange not null default tstzrange('-infinity', null),
  foreign key (organisation_id, device_id) references device (organisation_id, id),
  foreign key (organisation_id, point_id) references point (organisation_id, id),
  check (not isempty(valid)),
  exclude using gist (device_id with =, measurement with =, valid with &&),
  exclude using gist (point_id with =, valid with &&)
);

-- What the network last said of each device. Written by ingestion only; a device that was never declared has a row too.
create table device_health (
  dev_eui text primary key,
  last_uplink_at timestamptz,
  last_join_at timestamptz,
  last_status_at timestamptz,
  battery_percent real,
  external_power boolean,
  margin_db real,
  dev_addr text,
  f_cnt bigint,
  rssi_dbm real,
  snr_db real,
  data_rate smallint,
  gateway_count smallint,
  last_error text,
  last_error_at timestamptz
) with (fillfactor = 70);

create table gateway (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  gateway_eui text not null unique check (gateway_eui ~ '^[0-9a-f]{16}$'),
  name text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  unique (organisation_id, id)
);

-- When each gateway last heard a device of ours. Written by ingestion only; undeclared gateways have a row too.
create table gateway_health (
  gateway_eui text primary key,
  last_heard_at timestamptz not null
) with (fillfactor = 70);
