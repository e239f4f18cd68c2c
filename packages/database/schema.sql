-- The schema after all migrations, for reviewers. Written by: npm run schema:write -w @gtb/database

CREATE SCHEMA reporting;

CREATE FUNCTION public.bump_registry_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update registry_version set version = version + 1;
  return null;
end $$;

CREATE FUNCTION public.decode_again_after_assignment() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.enqueue_recompute(register_ids bigint[], periods tstzrange[]) RETURNS void
    LANGUAGE sql
    AS $$
  insert into job (kind, dedupe_key, organisation_id, payload)
  select 'recompute', r.id::text, r.organisation_id,
         jsonb_build_object('registerIds', jsonb_build_array(r.id),
           'from', nullif(min(coalesce(lower(c.period), '-infinity')), '-infinity'),
           'to', nullif(max(coalesce(upper(c.period), 'infinity')), 'infinity'))
    from unnest(register_ids, periods) as c (register_id, period)
    join register r on r.id = c.register_id
   where not isempty(c.period)
   group by r.id
  on conflict (kind, dedupe_key) where state = 'queued' do update
    set payload = job.payload || jsonb_build_object(
      'from', nullif(least(coalesce((job.payload ->> 'from')::timestamptz, '-infinity'),
                           coalesce((excluded.payload ->> 'from')::timestamptz, '-infinity')), '-infinity'),
      'to', nullif(greatest(coalesce((job.payload ->> 'to')::timestamptz, 'infinity'),
                            coalesce((excluded.payload ->> 'to')::timestamptz, 'infinity')), 'infinity'))
$$;

CREATE FUNCTION public.recompute_after_gas_coefficient_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op <> 'DELETE' then
    perform enqueue_recompute(array_agg(r.id), array_agg(c.valid))
       from new_rows c join meter m on m.delivery_point_id = c.delivery_point_id join register r on r.meter_id = m.id;
  end if;
  if tg_op <> 'INSERT' then
    perform enqueue_recompute(array_agg(r.id), array_agg(c.valid))
       from old_rows c join meter m on m.delivery_point_id = c.delivery_point_id join register r on r.meter_id = m.id;
  end if;
  return null;
end $$;

CREATE FUNCTION public.recompute_after_meter_definition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform enqueue_recompute(array_agg(id), array_agg(tstzrange(null, null))) from register where meter_id = new.id;
  return null;
end $$;

CREATE FUNCTION public.recompute_after_register_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op <> 'DELETE' then
    perform enqueue_recompute(array_agg(register_id), array_agg(valid)) from new_rows;
  end if;
  if tg_op <> 'INSERT' then
    perform enqueue_recompute(array_agg(register_id), array_agg(valid)) from old_rows;
  end if;
  return null;
end $$;

CREATE FUNCTION public.recompute_after_register_definition() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  perform enqueue_recompute(array[new.id], array[tstzrange(null, null)]);
  return null;
end $$;

CREATE TABLE public.building (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    site_id bigint NOT NULL,
    calendar_id bigint,
    name text NOT NULL,
    use text NOT NULL,
    heating_energy text NOT NULL,
    time_zone text DEFAULT 'Europe/Paris'::text NOT NULL,
    simulated boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT building_heating_energy_check CHECK ((heating_energy = ANY (ARRAY['electricity'::text, 'gas'::text, 'fuel_oil'::text, 'wood'::text, 'heat_network'::text, 'heat_pump'::text, 'none'::text]))),
    CONSTRAINT building_use_check CHECK ((use = ANY (ARRAY['school'::text, 'nursery'::text, 'town_hall'::text, 'gymnasium'::text, 'pool'::text, 'library'::text, 'community_hall'::text, 'office'::text, 'workshop'::text, 'other'::text])))
);

CREATE TABLE public.building_floor_area (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    building_id bigint NOT NULL,
    floor_area_m2 numeric NOT NULL,
    valid daterange DEFAULT daterange('-infinity'::date, NULL::date) NOT NULL,
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT building_floor_area_floor_area_m2_check CHECK ((floor_area_m2 > (0)::numeric))
);

ALTER TABLE public.building_floor_area ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.building_floor_area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.building ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.building_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.calendar (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    weekly_hours jsonb DEFAULT '[]'::jsonb NOT NULL,
    school_holiday_zone text,
    CONSTRAINT calendar_school_holiday_zone_check CHECK ((school_holiday_zone = ANY (ARRAY['A'::text, 'B'::text, 'C'::text]))),
    CONSTRAINT calendar_weekly_hours_check CHECK ((jsonb_typeof(weekly_hours) = 'array'::text))
);

ALTER TABLE public.calendar ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.calendar_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.codec_version (
    id bigint NOT NULL,
    device_type_id text NOT NULL,
    version integer NOT NULL,
    active tstzrange DEFAULT tstzrange('-infinity'::timestamp with time zone, NULL::timestamp with time zone) NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT codec_version_version_check CHECK ((version > 0))
);

ALTER TABLE public.codec_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.codec_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.consumption (
    register_id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    native double precision,
    energy_kwh double precision,
    measured_share real NOT NULL,
    estimated_share real NOT NULL,
    missing_share real NOT NULL,
    known_since timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.consumption_history (
    register_id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    native double precision,
    energy_kwh double precision,
    measured_share real NOT NULL,
    estimated_share real NOT NULL,
    missing_share real NOT NULL,
    known tstzrange NOT NULL,
    reason text NOT NULL
);

CREATE TABLE public.delivery_point (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    building_id bigint NOT NULL,
    energy text NOT NULL,
    number text NOT NULL,
    CONSTRAINT delivery_point_energy_check CHECK ((energy = ANY (ARRAY['electricity'::text, 'gas'::text, 'heat'::text, 'fuel_oil'::text, 'wood'::text, 'water'::text])))
);

ALTER TABLE public.delivery_point ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.delivery_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.device (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    dev_eui text NOT NULL,
    device_type_id text NOT NULL,
    name text NOT NULL,
    building_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT device_dev_eui_check CHECK ((dev_eui ~ '^[0-9a-f]{16}$'::text))
);

CREATE TABLE public.device_health (
    dev_eui text NOT NULL,
    last_uplink_at timestamp with time zone,
    last_join_at timestamp with time zone,
    last_status_at timestamp with time zone,
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
    last_error_at timestamp with time zone
)
WITH (fillfactor='70');

ALTER TABLE public.device ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.device_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.device_point (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    device_id bigint NOT NULL,
    measurement text NOT NULL,
    point_id bigint NOT NULL,
    valid tstzrange DEFAULT tstzrange('-infinity'::timestamp with time zone, NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT device_point_valid_check CHECK ((NOT isempty(valid)))
);

ALTER TABLE public.device_point ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.device_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.device_type (
    id text NOT NULL,
    vendor text NOT NULL,
    models text[] NOT NULL,
    report_every_minutes double precision NOT NULL,
    CONSTRAINT device_type_report_every_minutes_check CHECK ((report_every_minutes > (0)::double precision))
);

CREATE TABLE public.event_reject (
    id bigint NOT NULL,
    source text NOT NULL,
    event_type text NOT NULL,
    event_id uuid NOT NULL,
    "time" timestamp with time zone,
    received_at timestamp with time zone NOT NULL,
    topic text NOT NULL,
    dev_eui text,
    payload bytea NOT NULL,
    reason text NOT NULL,
    detail text NOT NULL,
    CONSTRAINT event_reject_reason_check CHECK ((reason = ANY (ARRAY['unreadable'::text, 'wrong_topic'::text, 'time_in_future'::text, 'time_too_old'::text, 'too_large'::text])))
);

ALTER TABLE public.event_reject ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.event_reject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.gas_coefficient (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    delivery_point_id bigint NOT NULL,
    kwh_pcs_per_m3 double precision NOT NULL,
    source text NOT NULL,
    valid tstzrange NOT NULL,
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT gas_coefficient_kwh_pcs_per_m3_check CHECK (((kwh_pcs_per_m3 >= (5)::double precision) AND (kwh_pcs_per_m3 <= (15)::double precision)))
);

ALTER TABLE public.gas_coefficient ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.gas_coefficient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.gateway (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    gateway_eui text NOT NULL,
    name text NOT NULL,
    latitude double precision,
    longitude double precision,
    CONSTRAINT gateway_gateway_eui_check CHECK ((gateway_eui ~ '^[0-9a-f]{16}$'::text)),
    CONSTRAINT gateway_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT gateway_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
);

CREATE TABLE public.gateway_health (
    gateway_eui text NOT NULL,
    last_heard_at timestamp with time zone NOT NULL
)
WITH (fillfactor='70');

ALTER TABLE public.gateway ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.gateway_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.ingestion_guard (
    only_row boolean DEFAULT true NOT NULL,
    holder uuid,
    lease_until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    CONSTRAINT ingestion_guard_only_row_check CHECK (only_row)
);

CREATE TABLE public.ingestion_slot (
    slot integer NOT NULL,
    holder uuid,
    lease_until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    fencing_token bigint DEFAULT 0 NOT NULL,
    state text DEFAULT 'active'::text NOT NULL,
    CONSTRAINT ingestion_slot_slot_check CHECK ((slot > 0)),
    CONSTRAINT ingestion_slot_state_check CHECK ((state = ANY (ARRAY['active'::text, 'retiring'::text, 'retired'::text])))
);

CREATE TABLE public.job (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint,
    kind text NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    dedupe_key text,
    priority smallint DEFAULT 0 NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    run_at timestamp with time zone DEFAULT now() NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    max_attempts smallint DEFAULT 5 NOT NULL,
    worker text,
    lease_until timestamp with time zone,
    fencing_token bigint DEFAULT 0 NOT NULL,
    progress_done bigint DEFAULT 0 NOT NULL,
    progress_total bigint,
    message text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

ALTER TABLE public.job ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.meter (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    building_id bigint NOT NULL,
    delivery_point_id bigint,
    parent_meter_id bigint,
    name text NOT NULL,
    serial_number text,
    energy text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT meter_check CHECK ((parent_meter_id <> id)),
    CONSTRAINT meter_energy_check CHECK ((energy = ANY (ARRAY['electricity'::text, 'gas'::text, 'heat'::text, 'fuel_oil'::text, 'wood'::text, 'water'::text])))
);

ALTER TABLE public.meter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.meter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    population integer,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organisation_kind_check CHECK ((kind = ANY (ARRAY['agency'::text, 'departement'::text, 'epci'::text, 'commune'::text]))),
    CONSTRAINT organisation_population_check CHECK ((population >= 0))
);

ALTER TABLE public.organisation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.organisation_link (
    id bigint NOT NULL,
    parent_id bigint NOT NULL,
    child_id bigint NOT NULL,
    kind text NOT NULL,
    valid daterange DEFAULT daterange('-infinity'::date, NULL::date) NOT NULL,
    consented_at timestamp with time zone,
    CONSTRAINT organisation_link_check CHECK ((parent_id <> child_id)),
    CONSTRAINT organisation_link_kind_check CHECK ((kind = ANY (ARRAY['membership'::text, 'territory'::text, 'service'::text])))
);

ALTER TABLE public.organisation_link ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.point (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    building_id bigint NOT NULL,
    zone_id bigint,
    name text NOT NULL,
    quantity text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT point_kind_check CHECK ((kind = ANY (ARRAY['gauge'::text, 'counter'::text, 'state'::text, 'event'::text])))
);

ALTER TABLE public.point ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reading (
    point_id bigint NOT NULL,
    "time" timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    quality smallint DEFAULT 0 NOT NULL,
    source_kind text NOT NULL,
    source_id uuid NOT NULL,
    known_since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reading_source_kind_check CHECK ((source_kind = ANY (ARRAY['uplink'::text, 'import'::text, 'correction'::text]))),
    CONSTRAINT reading_value_check CHECK ((value <> ALL (ARRAY['NaN'::double precision, 'Infinity'::double precision, '-Infinity'::double precision])))
);

CREATE TABLE public.reading_change (
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    id bigint NOT NULL,
    point_ids bigint[] NOT NULL,
    from_times timestamp with time zone[] NOT NULL,
    to_times timestamp with time zone[] NOT NULL,
    CONSTRAINT reading_change_check CHECK (((cardinality(point_ids) = cardinality(from_times)) AND (cardinality(point_ids) = cardinality(to_times))))
);

ALTER TABLE public.reading_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reading_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reading_history (
    point_id bigint NOT NULL,
    "time" timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    quality smallint NOT NULL,
    source_kind text NOT NULL,
    source_id uuid NOT NULL,
    known tstzrange NOT NULL,
    actor text NOT NULL,
    reason text NOT NULL
);

CREATE TABLE public.register (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    meter_id bigint NOT NULL,
    name text NOT NULL,
    quantity text NOT NULL,
    direction text DEFAULT 'import'::text NOT NULL,
    tariff_class text DEFAULT 'base'::text NOT NULL,
    kind text NOT NULL,
    unit text NOT NULL,
    CONSTRAINT register_direction_check CHECK ((direction = ANY (ARRAY['import'::text, 'export'::text]))),
    CONSTRAINT register_kind_check CHECK ((kind = ANY (ARRAY['index'::text, 'interval'::text, 'power'::text]))),
    CONSTRAINT register_quantity_check CHECK ((quantity = ANY (ARRAY['active-energy'::text, 'thermal-energy'::text, 'volume'::text])))
);

ALTER TABLE public.register ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.register_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.register_parameter (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    register_id bigint NOT NULL,
    wraps_at double precision,
    unit_per_count double precision DEFAULT 1 NOT NULL,
    ct_ratio double precision DEFAULT 1 NOT NULL,
    max_per_hour double precision NOT NULL,
    valid tstzrange DEFAULT tstzrange('-infinity'::timestamp with time zone, NULL::timestamp with time zone) NOT NULL,
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT register_parameter_ct_ratio_check CHECK ((ct_ratio > (0)::double precision)),
    CONSTRAINT register_parameter_max_per_hour_check CHECK ((max_per_hour > (0)::double precision)),
    CONSTRAINT register_parameter_unit_per_count_check CHECK ((unit_per_count > (0)::double precision)),
    CONSTRAINT register_parameter_wraps_at_check CHECK ((wraps_at > (0)::double precision))
);

ALTER TABLE public.register_parameter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.register_parameter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.register_point (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    register_id bigint NOT NULL,
    point_id bigint NOT NULL,
    valid tstzrange DEFAULT tstzrange('-infinity'::timestamp with time zone, NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT register_point_valid_check CHECK ((NOT isempty(valid)))
);

ALTER TABLE public.register_point ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.register_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.registry_version (
    only_row boolean DEFAULT true NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT registry_version_only_row_check CHECK (only_row)
);

CREATE TABLE public.rejected_measurement (
    id bigint NOT NULL,
    dev_eui text NOT NULL,
    measurement text NOT NULL,
    "time" timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    reason text NOT NULL,
    source_id uuid NOT NULL,
    uplink_time timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT rejected_measurement_reason_check CHECK ((reason = ANY (ARRAY['out_of_range'::text, 'time_in_future'::text, 'time_too_old'::text])))
);

ALTER TABLE public.rejected_measurement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.rejected_measurement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.site (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    address text,
    commune_code text NOT NULL,
    latitude double precision,
    longitude double precision,
    CONSTRAINT site_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT site_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
);

ALTER TABLE public.site ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.stage_cursor (
    stage text NOT NULL,
    xid xid8 DEFAULT '0'::xid8 NOT NULL,
    id bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.uplink (
    source text NOT NULL,
    event_type text NOT NULL,
    event_id uuid NOT NULL,
    "time" timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    dev_eui text NOT NULL,
    application_id text,
    dev_addr text,
    f_port smallint,
    f_cnt bigint,
    data bytea,
    object jsonb,
    rx_info jsonb,
    detail jsonb,
    outcome text NOT NULL,
    outcome_detail text,
    codec_version_id bigint,
    reading_count smallint DEFAULT 0 NOT NULL,
    CONSTRAINT uplink_event_type_check CHECK ((event_type = ANY (ARRAY['up'::text, 'join'::text, 'status'::text, 'log'::text, 'ack'::text, 'txack'::text, 'location'::text]))),
    CONSTRAINT uplink_outcome_check CHECK ((outcome = ANY (ARRAY['decoded'::text, 'partly_rejected'::text, 'no_measurement'::text, 'unknown_device'::text, 'undecodable'::text, 'encrypted'::text, 'recorded'::text])))
);

CREATE TABLE public.zone (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    building_id bigint NOT NULL,
    name text NOT NULL,
    floor text
);

ALTER TABLE public.zone ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.zone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE VIEW reporting.building WITH (security_barrier='true') AS
 SELECT b.id AS building_id,
    b.uuid AS building_uuid,
    b.name AS building,
    b.use,
    b.time_zone,
    b.simulated,
    b.heating_energy,
    o.id AS organisation_id,
    o.uuid AS organisation_uuid,
    o.name AS organisation
   FROM (public.building b
     JOIN public.organisation o ON ((o.id = b.organisation_id)));

ALTER VIEW reporting.building OWNER TO gtb_reporting;

CREATE VIEW reporting.consumption WITH (security_barrier='true') AS
 SELECT c.register_id,
    c.hour,
    c.native,
    c.energy_kwh,
    c.measured_share,
    c.estimated_share,
    c.missing_share,
    r.direction,
    m.id AS meter_id,
    m.name AS meter,
    m.energy,
    m.parent_meter_id,
    m.building_id
   FROM ((public.consumption c
     JOIN public.register r ON ((r.id = c.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)));

ALTER VIEW reporting.consumption OWNER TO gtb_reporting;

CREATE VIEW reporting.device WITH (security_barrier='true') AS
 SELECT d.id AS device_id,
    d.dev_eui,
    d.name AS device,
    d.device_type_id,
    d.building_id,
    t.report_every_minutes,
    h.last_uplink_at,
    h.last_join_at,
    h.battery_percent,
    h.external_power,
    h.rssi_dbm,
    h.snr_db,
    h.data_rate,
    h.last_error,
    h.last_error_at
   FROM ((public.device d
     JOIN public.device_type t ON ((t.id = d.device_type_id)))
     LEFT JOIN public.device_health h ON ((h.dev_eui = d.dev_eui)));

ALTER VIEW reporting.device OWNER TO gtb_reporting;

CREATE VIEW reporting.event_reject WITH (security_barrier='true') AS
 SELECT received_at,
    dev_eui,
    event_type,
    reason,
    detail
   FROM public.event_reject;

ALTER VIEW reporting.event_reject OWNER TO gtb_reporting;

CREATE VIEW reporting.gateway WITH (security_barrier='true') AS
 SELECT g.id AS gateway_id,
    COALESCE(g.gateway_eui, h.gateway_eui) AS gateway_eui,
    g.name AS gateway,
    h.last_heard_at
   FROM (public.gateway g
     FULL JOIN public.gateway_health h ON ((h.gateway_eui = g.gateway_eui)));

ALTER VIEW reporting.gateway OWNER TO gtb_reporting;

CREATE VIEW reporting.point WITH (security_barrier='true') AS
 SELECT p.id AS point_id,
    p.uuid AS point_uuid,
    p.name AS point,
    p.quantity,
    p.unit,
    p.kind,
    p.building_id,
    z.name AS zone
   FROM (public.point p
     LEFT JOIN public.zone z ON ((z.id = p.zone_id)));

ALTER VIEW reporting.point OWNER TO gtb_reporting;

CREATE VIEW reporting.reading WITH (security_barrier='true') AS
 SELECT r.point_id,
    r."time",
    r.value,
    r.quality,
    p.building_id,
    p.quantity,
    p.unit
   FROM (public.reading r
     JOIN public.point p ON ((p.id = r.point_id)));

ALTER VIEW reporting.reading OWNER TO gtb_reporting;

CREATE VIEW reporting.register WITH (security_barrier='true') AS
 SELECT r.id AS register_id,
    r.uuid AS register_uuid,
    r.name AS register,
    r.unit,
    r.direction,
    r.tariff_class,
    m.id AS meter_id,
    m.name AS meter,
    m.energy,
    m.parent_meter_id,
    m.building_id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)));

ALTER VIEW reporting.register OWNER TO gtb_reporting;

CREATE VIEW reporting.rejected_measurement WITH (security_barrier='true') AS
 SELECT m.received_at,
    m.dev_eui,
    m.measurement,
    m."time",
    m.value,
    m.reason,
    d.building_id
   FROM (public.rejected_measurement m
     LEFT JOIN public.device d ON ((d.dev_eui = m.dev_eui)));

ALTER VIEW reporting.rejected_measurement OWNER TO gtb_reporting;

CREATE VIEW reporting.uplink WITH (security_barrier='true') AS
 SELECT u."time",
    u.received_at,
    u.event_type,
    u.dev_eui,
    u.outcome,
    u.outcome_detail,
    u.reading_count,
    d.id AS device_id,
    d.building_id
   FROM (public.uplink u
     LEFT JOIN public.device d ON ((d.dev_eui = u.dev_eui)));

ALTER VIEW reporting.uplink OWNER TO gtb_reporting;

ALTER TABLE ONLY public.building_floor_area
    ADD CONSTRAINT building_floor_area_building_id_valid_known_excl EXCLUDE USING gist (building_id WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.building_floor_area
    ADD CONSTRAINT building_floor_area_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_organisation_id_name_key UNIQUE (organisation_id, name);

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.codec_version
    ADD CONSTRAINT codec_version_device_type_id_active_excl EXCLUDE USING gist (device_type_id WITH =, active WITH &&);

ALTER TABLE ONLY public.codec_version
    ADD CONSTRAINT codec_version_device_type_id_version_key UNIQUE (device_type_id, version);

ALTER TABLE ONLY public.codec_version
    ADD CONSTRAINT codec_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consumption
    ADD CONSTRAINT consumption_register_id_hour_key UNIQUE (register_id, hour);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_organisation_id_energy_number_key UNIQUE (organisation_id, energy, number);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_dev_eui_key UNIQUE (dev_eui);

ALTER TABLE ONLY public.device_health
    ADD CONSTRAINT device_health_pkey PRIMARY KEY (dev_eui);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device_point
    ADD CONSTRAINT device_point_device_id_measurement_valid_excl EXCLUDE USING gist (device_id WITH =, measurement WITH =, valid WITH &&);

ALTER TABLE ONLY public.device_point
    ADD CONSTRAINT device_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device_point
    ADD CONSTRAINT device_point_point_id_valid_excl EXCLUDE USING gist (point_id WITH =, valid WITH &&);

ALTER TABLE ONLY public.device_type
    ADD CONSTRAINT device_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.event_reject
    ADD CONSTRAINT event_reject_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.event_reject
    ADD CONSTRAINT event_reject_source_event_type_event_id_time_key UNIQUE NULLS NOT DISTINCT (source, event_type, event_id, "time");

ALTER TABLE ONLY public.gas_coefficient
    ADD CONSTRAINT gas_coefficient_delivery_point_id_valid_known_excl EXCLUDE USING gist (delivery_point_id WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.gas_coefficient
    ADD CONSTRAINT gas_coefficient_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gateway
    ADD CONSTRAINT gateway_gateway_eui_key UNIQUE (gateway_eui);

ALTER TABLE ONLY public.gateway_health
    ADD CONSTRAINT gateway_health_pkey PRIMARY KEY (gateway_eui);

ALTER TABLE ONLY public.gateway
    ADD CONSTRAINT gateway_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.gateway
    ADD CONSTRAINT gateway_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gateway
    ADD CONSTRAINT gateway_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.ingestion_guard
    ADD CONSTRAINT ingestion_guard_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY public.ingestion_slot
    ADD CONSTRAINT ingestion_slot_pkey PRIMARY KEY (slot);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.meter
    ADD CONSTRAINT meter_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.meter
    ADD CONSTRAINT meter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.meter
    ADD CONSTRAINT meter_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_kind_code_key UNIQUE (kind, code);

ALTER TABLE ONLY public.organisation_link
    ADD CONSTRAINT organisation_link_parent_id_child_id_kind_valid_excl EXCLUDE USING gist (parent_id WITH =, child_id WITH =, kind WITH =, valid WITH &&);

ALTER TABLE ONLY public.organisation_link
    ADD CONSTRAINT organisation_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.point
    ADD CONSTRAINT point_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.point
    ADD CONSTRAINT point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.point
    ADD CONSTRAINT point_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.reading_change
    ADD CONSTRAINT reading_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_point_id_time_key UNIQUE (point_id, "time");

ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_meter_id_name_key UNIQUE (meter_id, name);

ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.register_parameter
    ADD CONSTRAINT register_parameter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.register_parameter
    ADD CONSTRAINT register_parameter_register_id_valid_known_excl EXCLUDE USING gist (register_id WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.register_point
    ADD CONSTRAINT register_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.register_point
    ADD CONSTRAINT register_point_point_id_valid_excl EXCLUDE USING gist (point_id WITH =, valid WITH &&);

ALTER TABLE ONLY public.register_point
    ADD CONSTRAINT register_point_register_id_valid_excl EXCLUDE USING gist (register_id WITH =, valid WITH &&);

ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.registry_version
    ADD CONSTRAINT registry_version_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY public.rejected_measurement
    ADD CONSTRAINT rejected_measurement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rejected_measurement
    ADD CONSTRAINT rejected_measurement_source_id_measurement_time_key UNIQUE (source_id, measurement, "time");

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.stage_cursor
    ADD CONSTRAINT stage_cursor_pkey PRIMARY KEY (stage);

ALTER TABLE ONLY public.uplink
    ADD CONSTRAINT uplink_source_event_type_event_id_time_key UNIQUE (source, event_type, event_id, "time");

ALTER TABLE ONLY public.zone
    ADD CONSTRAINT zone_building_id_name_key UNIQUE (building_id, name);

ALTER TABLE ONLY public.zone
    ADD CONSTRAINT zone_organisation_id_building_id_id_key UNIQUE (organisation_id, building_id, id);

ALTER TABLE ONLY public.zone
    ADD CONSTRAINT zone_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.zone
    ADD CONSTRAINT zone_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.zone
    ADD CONSTRAINT zone_uuid_key UNIQUE (uuid);

CREATE INDEX building_site ON public.building USING btree (organisation_id, site_id);

CREATE INDEX consumption_history_register ON public.consumption_history USING btree (register_id, hour);

CREATE INDEX device_building ON public.device USING btree (organisation_id, building_id);

CREATE INDEX event_reject_received ON public.event_reject USING btree (received_at);

CREATE UNIQUE INDEX job_dedupe ON public.job USING btree (kind, dedupe_key) WHERE (state = 'queued'::text);

CREATE INDEX job_next ON public.job USING btree (priority DESC, run_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX job_recent ON public.job USING btree (created_at DESC);

CREATE INDEX meter_building ON public.meter USING btree (organisation_id, building_id);

CREATE INDEX meter_by_building ON public.meter USING btree (building_id);

CREATE INDEX organisation_link_child ON public.organisation_link USING btree (child_id);

CREATE INDEX point_building ON public.point USING btree (organisation_id, building_id);

CREATE INDEX point_by_building ON public.point USING btree (building_id);

CREATE INDEX reading_change_order ON public.reading_change USING btree (xid, id);

CREATE INDEX reading_history_point ON public.reading_history USING btree (point_id, "time");

CREATE INDEX register_by_meter ON public.register USING btree (meter_id);

CREATE INDEX rejected_measurement_device ON public.rejected_measurement USING btree (dev_eui, received_at);

CREATE INDEX rejected_measurement_received ON public.rejected_measurement USING btree (received_at);

CREATE INDEX uplink_device_time ON public.uplink USING btree (dev_eui, "time" DESC);

CREATE INDEX uplink_undecoded ON public.uplink USING btree (received_at) WHERE (outcome = ANY (ARRAY['undecodable'::text, 'encrypted'::text]));

CREATE INDEX uplink_unknown ON public.uplink USING btree (dev_eui, "time") WHERE (outcome = 'unknown_device'::text);

CREATE TRIGGER codec_version_bumps_registry AFTER INSERT OR DELETE OR UPDATE ON public.codec_version FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_bumps_registry AFTER INSERT OR DELETE OR UPDATE OF dev_eui, device_type_id ON public.device FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_point_bumps_registry AFTER INSERT OR DELETE OR UPDATE ON public.device_point FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_point_delete_decodes_again AFTER DELETE ON public.device_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER device_point_insert_decodes_again AFTER INSERT ON public.device_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER device_point_update_decodes_again AFTER UPDATE ON public.device_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER gas_coefficient_delete_recomputes AFTER DELETE ON public.gas_coefficient REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER gas_coefficient_insert_recomputes AFTER INSERT ON public.gas_coefficient REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER gas_coefficient_update_recomputes AFTER UPDATE ON public.gas_coefficient REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER meter_energy_recomputes AFTER UPDATE OF energy, delivery_point_id ON public.meter FOR EACH ROW WHEN (((old.energy IS DISTINCT FROM new.energy) OR (old.delivery_point_id IS DISTINCT FROM new.delivery_point_id))) EXECUTE FUNCTION public.recompute_after_meter_definition();

CREATE TRIGGER register_parameter_delete_recomputes AFTER DELETE ON public.register_parameter REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_parameter_insert_recomputes AFTER INSERT ON public.register_parameter REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_parameter_update_recomputes AFTER UPDATE ON public.register_parameter REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_point_delete_recomputes AFTER DELETE ON public.register_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_point_insert_recomputes AFTER INSERT ON public.register_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_point_update_recomputes AFTER UPDATE ON public.register_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_unit_recomputes AFTER UPDATE OF unit, kind ON public.register FOR EACH ROW WHEN (((old.unit IS DISTINCT FROM new.unit) OR (old.kind IS DISTINCT FROM new.kind))) EXECUTE FUNCTION public.recompute_after_register_definition();

ALTER TABLE ONLY public.building_floor_area
    ADD CONSTRAINT building_floor_area_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES public.calendar(organisation_id, id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_site_id_fkey FOREIGN KEY (organisation_id, site_id) REFERENCES public.site(organisation_id, id);

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.codec_version
    ADD CONSTRAINT codec_version_device_type_id_fkey FOREIGN KEY (device_type_id) REFERENCES public.device_type(id);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_device_type_id_fkey FOREIGN KEY (device_type_id) REFERENCES public.device_type(id);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.device_point
    ADD CONSTRAINT device_point_organisation_id_device_id_fkey FOREIGN KEY (organisation_id, device_id) REFERENCES public.device(organisation_id, id);

ALTER TABLE ONLY public.device_point
    ADD CONSTRAINT device_point_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES public.point(organisation_id, id);

ALTER TABLE ONLY public.gas_coefficient
    ADD CONSTRAINT gas_coefficient_organisation_id_delivery_point_id_fkey FOREIGN KEY (organisation_id, delivery_point_id) REFERENCES public.delivery_point(organisation_id, id);

ALTER TABLE ONLY public.gateway
    ADD CONSTRAINT gateway_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.meter
    ADD CONSTRAINT meter_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

ALTER TABLE ONLY public.meter
    ADD CONSTRAINT meter_organisation_id_delivery_point_id_fkey FOREIGN KEY (organisation_id, delivery_point_id) REFERENCES public.delivery_point(organisation_id, id);

ALTER TABLE ONLY public.meter
    ADD CONSTRAINT meter_organisation_id_parent_meter_id_fkey FOREIGN KEY (organisation_id, parent_meter_id) REFERENCES public.meter(organisation_id, id);

ALTER TABLE ONLY public.organisation_link
    ADD CONSTRAINT organisation_link_child_id_fkey FOREIGN KEY (child_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.organisation_link
    ADD CONSTRAINT organisation_link_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.point
    ADD CONSTRAINT point_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

ALTER TABLE ONLY public.point
    ADD CONSTRAINT point_organisation_id_building_id_zone_id_fkey FOREIGN KEY (organisation_id, building_id, zone_id) REFERENCES public.zone(organisation_id, building_id, id);

ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_organisation_id_meter_id_fkey FOREIGN KEY (organisation_id, meter_id) REFERENCES public.meter(organisation_id, id);

ALTER TABLE ONLY public.register_parameter
    ADD CONSTRAINT register_parameter_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.register_point
    ADD CONSTRAINT register_point_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES public.point(organisation_id, id);

ALTER TABLE ONLY public.register_point
    ADD CONSTRAINT register_point_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.zone
    ADD CONSTRAINT zone_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

GRANT USAGE ON SCHEMA public TO gtb_reporting;

GRANT USAGE ON SCHEMA reporting TO gtb_grafana;
GRANT USAGE ON SCHEMA reporting TO gtb_reporting;

GRANT SELECT ON TABLE public.building TO gtb_reporting;

GRANT SELECT ON TABLE public.consumption TO gtb_reporting;

GRANT SELECT ON TABLE public.device TO gtb_reporting;

GRANT SELECT ON TABLE public.device_health TO gtb_reporting;

GRANT SELECT ON TABLE public.device_type TO gtb_reporting;

GRANT SELECT ON TABLE public.event_reject TO gtb_reporting;

GRANT SELECT ON TABLE public.gateway TO gtb_reporting;

GRANT SELECT ON TABLE public.gateway_health TO gtb_reporting;

GRANT SELECT ON TABLE public.meter TO gtb_reporting;

GRANT SELECT ON TABLE public.organisation TO gtb_reporting;

GRANT SELECT ON TABLE public.point TO gtb_reporting;

GRANT SELECT ON TABLE public.reading TO gtb_reporting;

GRANT SELECT ON TABLE public.register TO gtb_reporting;

GRANT SELECT ON TABLE public.rejected_measurement TO gtb_reporting;

GRANT SELECT ON TABLE public.uplink TO gtb_reporting;

GRANT SELECT ON TABLE public.zone TO gtb_reporting;

GRANT SELECT ON TABLE reporting.building TO gtb_grafana;

GRANT SELECT ON TABLE reporting.consumption TO gtb_grafana;

GRANT SELECT ON TABLE reporting.device TO gtb_grafana;

GRANT SELECT ON TABLE reporting.event_reject TO gtb_grafana;

GRANT SELECT ON TABLE reporting.gateway TO gtb_grafana;

GRANT SELECT ON TABLE reporting.point TO gtb_grafana;

GRANT SELECT ON TABLE reporting.reading TO gtb_grafana;

GRANT SELECT ON TABLE reporting.register TO gtb_grafana;

GRANT SELECT ON TABLE reporting.rejected_measurement TO gtb_grafana;

GRANT SELECT ON TABLE reporting.uplink TO gtb_grafana;

-- Hypertables:
--   public.consumption by hour, one chunk 30 days
--   public.consumption_history by hour, one chunk 30 days
--   public.reading by time, one chunk 7 days
--   public.reading_history by time, one chunk 30 days
--   public.uplink by time, one chunk 7 days
