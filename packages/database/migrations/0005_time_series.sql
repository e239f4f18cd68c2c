-- The ledger: every event that ChirpStack published, once. Hypertables carry no organisation: it is reached through
-- device, point or register.
create table uplink (
  source text not null,
  event_type text not null check (event_type in ('up', 'join', 'status', 'log', 'ack', 'txack', 'location')),
  event_id uuid not null,
  -- The event's own time: that of receipt would double a redelivered event.
  time timestamptz not null,
  received_at timestamptz not null,
  dev_eui text not null,
  application_id text,
  dev_addr text,
  f_port smallint,
  f_cnt bigint,
  data bytea,
  object jsonb,
  rx_info jsonb,
  -- What an event of another type than `up` says; for `up`, what has no column of its own.
  detail jsonb,
  outcome text not null check (outcome in ('decoded', 'partly_rejected', 'no_measurement', 'unknown_device', 'undecodable', 'encrypted', 'recorded')),
  outcome_detail text,
  codec_version_id bigint,
  reading_count smallint not null default 0,
  unique (source, event_type, event_id, time)
);
select create_hypertable('uplink', 'time', chunk_time_interval => interval '7 days', create_default_indexes => false);
create index uplink_device_time on uplink (dev_eui, time desc);
create index uplink_unknown on uplink (dev_eui, time) where outcome = 'unknown_device';
create index uplink_undecoded on uplink (received_at) where outcome in ('undecodable', 'encrypted');

-- What cannot stand in the ledger: no event in it, or an absurd time (a chunk for the year 2106 helps nobody).
create table event_reject (
  id bigint generated always as identity primary key,
  source text not null,
  event_type text not null,
  event_id uuid not null,
  time timestamptz,
  received_at timestamptz not null,
  topic text not null,
  dev_eui text,
  payload bytea not null,
  reason text not null check (reason in ('unreadable', 'wrong_topic', 'time_in_future', 'time_too_old', 'too_large')),
  detail text not null,
  unique nulls not distinct (source, event_type, event_id, time)
);
create index event_reject_received on event_reject (received_at);

-- Raw counts and values, before weight or ratio.
create table reading (
  point_id bigint not null,
  time timestamptz not null,
  value double precision not null check (value not in ('NaN', 'Infinity', '-Infinity')),
  -- Bit flags, see packages/domain/src/energy/reading-quality.ts
  quality smallint not null default 0,
  source_kind text not null check (source_kind in ('uplink', 'import', 'correction')),
  -- The uplink's event id, the import's or the correction's uuid
  source_id uuid not null,
  known_since timestamptz not null default now(),
  unique (point_id, time)
);
select create_hypertable('reading', 'time', chunk_time_interval => interval '7 days', create_default_indexes => false);

create table reading_history (
  point_id bigint not null,
  time timestamptz not null,
  value double precision not null,
  quality smallint not null,
  source_kind text not null,
  source_id uuid not null,
  known tstzrange not null,
  actor text not null,
  reason text not null
);
select create_hypertable('reading_history', 'time', chunk_time_interval => interval '30 days', create_default_indexes => false);
create index reading_history_point on reading_history (point_id, time);

-- A measurement that was decoded but may not be a reading: kept with its reason, so that a wrong range can be mended.
create table rejected_measurement (
  id bigint generated always as identity primary key,
  dev_eui text not null,
  measurement text not null,
  time timestamptz not null,
  value double precision not null,
  reason text not null check (reason in ('out_of_range', 'time_in_future', 'time_too_old')),
  source_id uuid not null,
  uplink_time timestamptz not null,
  received_at timestamptz not null,
  unique (source_id, measurement, time)
);
create index rejected_measurement_received on rejected_measurement (received_at);
create index rejected_measurement_device on rejected_measurement (dev_eui, received_at);

-- Outbox: which points changed between which times, one row a stored batch. Readers go by transaction, not by id alone:
-- ids are handed out before commit, so a later id may become visible first and a cursor on it would skip the earlier.
create table reading_change (
  xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity primary key,
  point_ids bigint[] not null,
  from_times timestamptz[] not null,
  to_times timestamptz[] not null,
  check (cardinality(point_ids) = cardinality(from_times) and cardinality(point_ids) = cardinality(to_times))
);
create index reading_change_order on reading_change (xid, id);

-- How far each stage has read the outbox.
create table stage_cursor (
  stage text primary key,
  xid xid8 not null default '0',
  id bigint not null default 0
);

create table consumption (
  register_id bigint not null,
  -- Start of the UTC hour
  hour timestamptz not null,
  -- In the register's unit
  native double precision,
  -- Null where the unit converts to no energy (water) or a coefficient is missing; gas is kWh PCS
  energy_kwh double precision,
  -- Parts of the hour, their sum is 1
  measured_share real not null,
  estimated_share real not null,
  missing_share real not null,
  known_since timestamptz not null default now(),
  unique (register_id, hour)
);
select create_hypertable('consumption', 'hour', chunk_time_interval => interval '30 days', create_default_indexes => false);

create table consumption_history (
  register_id bigint not null,
  hour timestamptz not null,
  native double precision,
  energy_kwh double precision,
  measured_share real not null,
  estimated_share real not null,
  missing_share real not null,
  known tstzrange not null,
  reason text not null
);
select create_hypertable('consumption_history', 'hour', chunk_time_interval => interval '30 days', create_default_indexes => false);
create index consumption_history_register on consumption_history (register_id, hour);
