-- The schema after all migrations, for reviewers. Written by: npm run schema:write -w @gtb/database

CREATE SCHEMA reporting;

CREATE FUNCTION public.bump_registry_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update registry_version set version = version + 1;
  return null;
end $$;

CREATE FUNCTION public.check_user_role() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if new.role in ('agency_admin', 'smo_engineer')
     and not exists (select from organisation where id = new.organisation_id and kind = 'agency') then
    raise exception 'role % belongs to the agency', new.role using errcode = 'check_violation';
  end if;
  if new.building_ids is not null and exists (
       select from unnest(new.building_ids) as b (id)
        where not exists (select from building where building.id = b.id and organisation_id = new.organisation_id)) then
    raise exception 'a building is not of this organisation' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;

CREATE FUNCTION public.current_user_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select nullif(current_setting('gtb.user_id', true), '')::bigint $$;

CREATE FUNCTION public.decode_again_after_assignment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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

CREATE FUNCTION public.granted(asked text) RETURNS TABLE(organisation_id bigint, building_ids bigint[], reach text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select r.organisation_id, r.building_ids, p.reach
    from user_role r
    join role_permission p on p.role = r.role and p.action = asked
    join app_user u on u.id = r.user_id and u.disabled_at is null
   where r.user_id = current_user_id() and r.valid @> now() and in_scope(asked)
     and not exists (select from grafana_login where role_name = session_user)
  union all
  select g.organisation_id, null, 'own' from grafana_login g
   where g.role_name = session_user and asked in ('data:read', 'organisation:read') $$;

CREATE FUNCTION public.in_scope(action text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select coalesce(action = any (string_to_array(nullif(current_setting('gtb.scopes', true), ''), ',')), true) $$;

CREATE FUNCTION public.is_declared(eui text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select exists (select from device where dev_eui = eui) $$;

CREATE FUNCTION public.may(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select exists (select from granted(asked)) $$;

CREATE FUNCTION public.may_everywhere(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select exists (select from granted(asked) where reach = 'platform') $$;

CREATE FUNCTION public.may_give(given text, target bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select target in (select reached_organisations('user:manage'))
     and not exists (
       select from role_permission p
        where p.role = given
          and not case when p.reach = 'platform' then may_everywhere(p.action)
                       else may_everywhere('user:manage') or target in (select reached_organisations(p.action)) end) $$;

CREATE FUNCTION public.reached_buildings(asked text) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select unnest(building_ids) from granted(asked) where building_ids is not null $$;

CREATE FUNCTION public.reached_organisations(asked text) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  with g as materialized (select * from granted(asked) where building_ids is null)
  select organisation_id from g
  union
  select l.child_id from g join organisation_link l on l.parent_id = g.organisation_id
   where l.consented_at is not null and l.valid @> current_date
  union
  select o.id from organisation o where exists (select from g where reach = 'platform') $$;

CREATE FUNCTION public.recompute_after_gas_coefficient_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform enqueue_recompute(array_agg(id), array_agg(tstzrange(null, null))) from register where meter_id = new.id;
  return null;
end $$;

CREATE FUNCTION public.recompute_after_register_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
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
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform enqueue_recompute(array[new.id], array[tstzrange(null, null)]);
  return null;
end $$;

CREATE TABLE public.api_token (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id bigint NOT NULL,
    name text NOT NULL,
    token_digest bytea NOT NULL,
    hint text NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_token_scopes_check CHECK ((cardinality(scopes) > 0))
);

ALTER TABLE public.api_token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.app_user (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    locale text DEFAULT 'fr'::text NOT NULL,
    password_hash text,
    totp_secret bytea,
    totp_confirmed_at timestamp with time zone,
    totp_last_step bigint,
    failed_attempts integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disabled_at timestamp with time zone,
    erased_at timestamp with time zone,
    CONSTRAINT app_user_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
    CONSTRAINT app_user_locale_check CHECK ((locale = ANY (ARRAY['fr'::text, 'en'::text])))
);

ALTER TABLE public.app_user ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.app_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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

CREATE TABLE public.grafana_login (
    role_name name NOT NULL,
    organisation_id bigint NOT NULL
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

CREATE TABLE public.invitation (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    email text NOT NULL,
    role text NOT NULL,
    building_ids bigint[],
    token_digest bytea NOT NULL,
    invited_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT invitation_email_check CHECK ((email = lower(email)))
);

ALTER TABLE public.invitation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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

CREATE TABLE public.password_reset (
    token_digest bytea NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
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

CREATE TABLE public.role_permission (
    role text NOT NULL,
    action text NOT NULL,
    reach text NOT NULL,
    CONSTRAINT role_permission_reach_check CHECK ((reach = ANY (ARRAY['own'::text, 'platform'::text])))
);

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.session (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    token_digest bytea NOT NULL,
    csrf_digest bytea NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ip inet,
    user_agent text
);

ALTER TABLE public.session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.sign_in_attempt (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    email_digest bytea NOT NULL,
    ip inet,
    succeeded boolean NOT NULL
);

ALTER TABLE public.sign_in_attempt ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.sign_in_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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

CREATE TABLE public.user_identity (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.user_identity ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.user_identity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.user_role (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    role text NOT NULL,
    building_ids bigint[],
    valid tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    granted_by bigint,
    from_provider boolean DEFAULT false NOT NULL,
    CONSTRAINT user_role_check CHECK (((building_ids IS NULL) OR ((cardinality(building_ids) > 0) AND (role = ANY (ARRAY['building_manager'::text, 'technician'::text, 'reader'::text]))))),
    CONSTRAINT user_role_role_check CHECK ((role = ANY (ARRAY['agency_admin'::text, 'smo_engineer'::text, 'organisation_admin'::text, 'building_manager'::text, 'technician'::text, 'reader'::text])))
);

ALTER TABLE public.user_role ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.user_role_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
   FROM tenant.event_reject;

ALTER VIEW reporting.event_reject OWNER TO gtb_reporting;

CREATE VIEW reporting.gateway WITH (security_barrier='true') AS
 SELECT g.id AS gateway_id,
    COALESCE(g.gateway_eui, h.gateway_eui) AS gateway_eui,
    g.name AS gateway,
    h.last_heard_at
   FROM (public.gateway g
     FULL JOIN tenant.gateway_health h ON ((h.gateway_eui = g.gateway_eui)));

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
   FROM (tenant.rejected_measurement m
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
   FROM (tenant.uplink u
     LEFT JOIN public.device d ON ((d.dev_eui = u.dev_eui)));

ALTER VIEW reporting.uplink OWNER TO gtb_reporting;

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.app_user
    ADD CONSTRAINT app_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.app_user
    ADD CONSTRAINT app_user_uuid_key UNIQUE (uuid);

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

ALTER TABLE ONLY public.grafana_login
    ADD CONSTRAINT grafana_login_pkey PRIMARY KEY (role_name);

ALTER TABLE ONLY public.ingestion_guard
    ADD CONSTRAINT ingestion_guard_pkey PRIMARY KEY (only_row);

ALTER TABLE ONLY public.ingestion_slot
    ADD CONSTRAINT ingestion_slot_pkey PRIMARY KEY (slot);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_uuid_key UNIQUE (uuid);

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

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_pkey PRIMARY KEY (token_digest);

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

ALTER TABLE ONLY public.role_permission
    ADD CONSTRAINT role_permission_pkey PRIMARY KEY (role, action);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.sign_in_attempt
    ADD CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.user_identity
    ADD CONSTRAINT user_identity_issuer_subject_key UNIQUE (issuer, subject);

ALTER TABLE ONLY public.user_identity
    ADD CONSTRAINT user_identity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_role
    ADD CONSTRAINT user_role_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.user_role
    ADD CONSTRAINT user_role_user_id_organisation_id_role_valid_excl EXCLUDE USING gist (user_id WITH =, organisation_id WITH =, role WITH =, valid WITH &&);

ALTER TABLE ONLY public.user_role
    ADD CONSTRAINT user_role_uuid_key UNIQUE (uuid);

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

CREATE UNIQUE INDEX api_token_name ON public.api_token USING btree (user_id, name) WHERE (revoked_at IS NULL);

CREATE UNIQUE INDEX app_user_email ON public.app_user USING btree (email);

CREATE INDEX building_site ON public.building USING btree (organisation_id, site_id);

CREATE INDEX consumption_history_register ON public.consumption_history USING btree (register_id, hour);

CREATE INDEX device_building ON public.device USING btree (organisation_id, building_id);

CREATE INDEX event_reject_received ON public.event_reject USING btree (received_at);

CREATE INDEX invitation_organisation ON public.invitation USING btree (organisation_id);

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

CREATE INDEX session_user_id ON public.session USING btree (user_id);

CREATE INDEX sign_in_attempt_email ON public.sign_in_attempt USING btree (email_digest, at);

CREATE INDEX sign_in_attempt_ip ON public.sign_in_attempt USING btree (ip, at);

CREATE INDEX uplink_device_time ON public.uplink USING btree (dev_eui, "time" DESC);

CREATE INDEX uplink_undecoded ON public.uplink USING btree (received_at) WHERE (outcome = ANY (ARRAY['undecodable'::text, 'encrypted'::text]));

CREATE INDEX uplink_unknown ON public.uplink USING btree (dev_eui, "time") WHERE (outcome = 'unknown_device'::text);

CREATE INDEX user_identity_user ON public.user_identity USING btree (user_id);

CREATE INDEX user_role_organisation ON public.user_role USING btree (organisation_id);

CREATE INDEX user_role_user ON public.user_role USING btree (user_id);

CREATE TRIGGER codec_version_bumps_registry AFTER INSERT OR DELETE OR UPDATE ON public.codec_version FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_bumps_registry AFTER INSERT OR DELETE OR UPDATE OF dev_eui, device_type_id ON public.device FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_point_bumps_registry AFTER INSERT OR DELETE OR UPDATE ON public.device_point FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_point_delete_decodes_again AFTER DELETE ON public.device_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER device_point_insert_decodes_again AFTER INSERT ON public.device_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER device_point_update_decodes_again AFTER UPDATE ON public.device_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER gas_coefficient_delete_recomputes AFTER DELETE ON public.gas_coefficient REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER gas_coefficient_insert_recomputes AFTER INSERT ON public.gas_coefficient REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER gas_coefficient_update_recomputes AFTER UPDATE ON public.gas_coefficient REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER invitation_is_sound BEFORE INSERT OR UPDATE ON public.invitation FOR EACH ROW EXECUTE FUNCTION public.check_user_role();

CREATE TRIGGER meter_energy_recomputes AFTER UPDATE OF energy, delivery_point_id ON public.meter FOR EACH ROW WHEN (((old.energy IS DISTINCT FROM new.energy) OR (old.delivery_point_id IS DISTINCT FROM new.delivery_point_id))) EXECUTE FUNCTION public.recompute_after_meter_definition();

CREATE TRIGGER register_parameter_delete_recomputes AFTER DELETE ON public.register_parameter REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_parameter_insert_recomputes AFTER INSERT ON public.register_parameter REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_parameter_update_recomputes AFTER UPDATE ON public.register_parameter REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_point_delete_recomputes AFTER DELETE ON public.register_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_point_insert_recomputes AFTER INSERT ON public.register_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_point_update_recomputes AFTER UPDATE ON public.register_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_unit_recomputes AFTER UPDATE OF unit, kind ON public.register FOR EACH ROW WHEN (((old.unit IS DISTINCT FROM new.unit) OR (old.kind IS DISTINCT FROM new.kind))) EXECUTE FUNCTION public.recompute_after_register_definition();

CREATE TRIGGER user_role_is_sound BEFORE INSERT OR UPDATE ON public.user_role FOR EACH ROW EXECUTE FUNCTION public.check_user_role();

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

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

ALTER TABLE ONLY public.grafana_login
    ADD CONSTRAINT grafana_login_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

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

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

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

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.user_identity
    ADD CONSTRAINT user_identity_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.user_role
    ADD CONSTRAINT user_role_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.user_role
    ADD CONSTRAINT user_role_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.user_role
    ADD CONSTRAINT user_role_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.zone
    ADD CONSTRAINT zone_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

CREATE POLICY added ON public.building FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.building_floor_area FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.calendar FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.delivery_point FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.device FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.device_point FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.gas_coefficient FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.gateway FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.meter FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.organisation FOR INSERT TO gtb_api WITH CHECK (( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere));

CREATE POLICY added ON public.organisation_link FOR INSERT TO gtb_api WITH CHECK ((( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere) OR (child_id IN ( SELECT g.organisation_id
   FROM public.granted('user:manage'::text) g(organisation_id, building_ids, reach)))));

CREATE POLICY added ON public.point FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.register FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.register_parameter FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.register_point FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.site FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.zone FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY all_rows ON public.api_token TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.app_user TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.invitation TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.session TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.user_role TO gtb_auth USING (true) WITH CHECK (true);

ALTER TABLE public.api_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.app_user ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.building ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.building_floor_area ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.calendar ENABLE ROW LEVEL SECURITY;

CREATE POLICY changed ON public.building FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.building_floor_area FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.calendar FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.delivery_point FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.device FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.device_point FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.gas_coefficient FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.gateway FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.meter FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.organisation FOR UPDATE TO gtb_api USING (( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere)) WITH CHECK (( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere));

CREATE POLICY changed ON public.organisation_link FOR UPDATE TO gtb_api USING ((( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere) OR (child_id IN ( SELECT g.organisation_id
   FROM public.granted('user:manage'::text) g(organisation_id, building_ids, reach))))) WITH CHECK ((( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere) OR (child_id IN ( SELECT g.organisation_id
   FROM public.granted('user:manage'::text) g(organisation_id, building_ids, reach)))));

CREATE POLICY changed ON public.point FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.register FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.register_parameter FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.register_point FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.site FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.user_role FOR UPDATE TO gtb_api USING (public.may_give(role, organisation_id)) WITH CHECK (public.may_give(role, organisation_id));

CREATE POLICY changed ON public.zone FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

ALTER TABLE public.delivery_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.device ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.device_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gas_coefficient ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gateway ENABLE ROW LEVEL SECURITY;

CREATE POLICY given ON public.user_role FOR INSERT TO gtb_api WITH CHECK ((public.may_give(role, organisation_id) AND (granted_by = public.current_user_id())));

ALTER TABLE public.invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job ENABLE ROW LEVEL SECURITY;

CREATE POLICY managed ON public.invitation TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('user:manage'::text) AS reached_organisations))) WITH CHECK ((public.may_give(role, organisation_id) AND (invited_by = public.current_user_id())));

ALTER TABLE public.meter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organisation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organisation_link ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON public.api_token TO gtb_api USING ((user_id = public.current_user_id())) WITH CHECK ((user_id = public.current_user_id()));

CREATE POLICY own ON public.app_user FOR UPDATE TO gtb_api USING (((id = public.current_user_id()) OR ( SELECT public.may_everywhere('user:manage'::text) AS may_everywhere)));

CREATE POLICY own ON public.session TO gtb_api USING ((user_id = public.current_user_id()));

ALTER TABLE public.point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_parameter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_point ENABLE ROW LEVEL SECURITY;

CREATE POLICY removed ON public.building FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.building_floor_area FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.calendar FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.delivery_point FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.device FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.device_point FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.gas_coefficient FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.gateway FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.meter FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.organisation FOR DELETE TO gtb_api USING (( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere));

CREATE POLICY removed ON public.organisation_link FOR DELETE TO gtb_api USING ((( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere) OR (child_id IN ( SELECT g.organisation_id
   FROM public.granted('user:manage'::text) g(organisation_id, building_ids, reach)))));

CREATE POLICY removed ON public.point FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.register FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.register_parameter FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.register_point FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.site FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.zone FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY seen ON public.app_user FOR SELECT TO gtb_api USING (((id = public.current_user_id()) OR ( SELECT public.may_everywhere('user:manage'::text) AS may_everywhere) OR (id IN ( SELECT r.user_id
   FROM public.user_role r
  WHERE (r.organisation_id IN ( SELECT public.reached_organisations('user:manage'::text) AS reached_organisations))))));

CREATE POLICY seen ON public.building FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.building_floor_area FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.calendar FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.delivery_point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.device FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.device_point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (device_id IN ( SELECT d.id
   FROM public.device d))));

CREATE POLICY seen ON public.gas_coefficient FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d))));

CREATE POLICY seen ON public.gateway FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.job FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('job:read'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('job:read'::text) AS may_everywhere))));

CREATE POLICY seen ON public.meter FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.organisation FOR SELECT TO gtb_reporting, gtb_api USING (((id IN ( SELECT public.reached_organisations('organisation:read'::text) AS reached_organisations)) OR (id IN ( SELECT b.organisation_id
   FROM public.building b)) OR (id IN ( SELECT g.organisation_id
   FROM public.granted('organisation:read'::text) g(organisation_id, building_ids, reach))) OR ( SELECT public.may_everywhere('organisation:read'::text) AS may_everywhere)));

CREATE POLICY seen ON public.organisation_link FOR SELECT TO gtb_reporting, gtb_api USING (((parent_id IN ( SELECT public.reached_organisations('organisation:read'::text) AS reached_organisations)) OR (child_id IN ( SELECT public.reached_organisations('organisation:read'::text) AS reached_organisations))));

CREATE POLICY seen ON public.point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.register FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m))));

CREATE POLICY seen ON public.register_parameter FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.register_point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.site FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (id IN ( SELECT b.site_id
   FROM public.building b))));

CREATE POLICY seen ON public.user_role FOR SELECT TO gtb_api USING (((user_id = public.current_user_id()) OR (organisation_id IN ( SELECT public.reached_organisations('user:manage'::text) AS reached_organisations))));

CREATE POLICY seen ON public.zone FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen_by_auth ON public.organisation FOR SELECT TO gtb_auth USING (true);

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.site ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.user_role ENABLE ROW LEVEL SECURITY;

CREATE POLICY worked ON public.building TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.building_floor_area TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.calendar TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.delivery_point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.device TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.device_point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.gas_coefficient TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.gateway TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.job TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.meter TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.organisation TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.organisation_link TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register_parameter TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register_point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.site TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.zone TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

ALTER TABLE public.zone ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO gtb_reporting;
GRANT USAGE ON SCHEMA public TO gtb_api;
GRANT USAGE ON SCHEMA public TO gtb_auth;
GRANT USAGE ON SCHEMA public TO gtb_ingestion;
GRANT USAGE ON SCHEMA public TO gtb_jobs;

GRANT USAGE ON SCHEMA reporting TO gtb_grafana;
GRANT USAGE ON SCHEMA reporting TO gtb_reporting;

REVOKE ALL ON FUNCTION public.enqueue_recompute(register_ids bigint[], periods tstzrange[]) FROM PUBLIC;

GRANT INSERT ON TABLE public.api_token TO gtb_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_token TO gtb_auth;

GRANT SELECT(id) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(uuid) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(user_id) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(name) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(hint) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(scopes) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(created_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(expires_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(last_used_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT,INSERT,UPDATE ON TABLE public.app_user TO gtb_auth;

GRANT SELECT(id) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(uuid) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(email) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(name),UPDATE(name) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(locale),UPDATE(locale) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(totp_confirmed_at) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(locked_until) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(created_at) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(disabled_at),UPDATE(disabled_at) ON TABLE public.app_user TO gtb_api;

GRANT SELECT ON TABLE public.building TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.building TO gtb_api;
GRANT SELECT ON TABLE public.building TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.building_floor_area TO gtb_api;
GRANT SELECT ON TABLE public.building_floor_area TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar TO gtb_api;
GRANT SELECT ON TABLE public.calendar TO gtb_reporting;

GRANT SELECT ON TABLE public.codec_version TO gtb_api;
GRANT SELECT,INSERT,UPDATE ON TABLE public.codec_version TO gtb_ingestion;
GRANT SELECT,INSERT,UPDATE ON TABLE public.codec_version TO gtb_jobs;

GRANT SELECT ON TABLE public.consumption TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consumption TO gtb_jobs;

GRANT SELECT,INSERT ON TABLE public.consumption_history TO gtb_jobs;
GRANT SELECT ON TABLE public.consumption_history TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.delivery_point TO gtb_api;
GRANT SELECT ON TABLE public.delivery_point TO gtb_reporting;
GRANT SELECT ON TABLE public.delivery_point TO gtb_jobs;

GRANT SELECT ON TABLE public.device TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.device TO gtb_api;
GRANT SELECT ON TABLE public.device TO gtb_ingestion;
GRANT SELECT ON TABLE public.device TO gtb_jobs;

GRANT SELECT ON TABLE public.device_health TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.device_health TO gtb_ingestion;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.device_point TO gtb_api;
GRANT SELECT ON TABLE public.device_point TO gtb_reporting;
GRANT SELECT ON TABLE public.device_point TO gtb_ingestion;
GRANT SELECT ON TABLE public.device_point TO gtb_jobs;

GRANT SELECT ON TABLE public.device_type TO gtb_reporting;
GRANT SELECT ON TABLE public.device_type TO gtb_api;
GRANT SELECT,INSERT,UPDATE ON TABLE public.device_type TO gtb_ingestion;
GRANT SELECT,INSERT,UPDATE ON TABLE public.device_type TO gtb_jobs;

GRANT SELECT ON TABLE public.event_reject TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.event_reject TO gtb_ingestion;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gas_coefficient TO gtb_api;
GRANT SELECT ON TABLE public.gas_coefficient TO gtb_reporting;
GRANT SELECT ON TABLE public.gas_coefficient TO gtb_jobs;

GRANT SELECT ON TABLE public.gateway TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gateway TO gtb_api;

GRANT SELECT ON TABLE public.gateway_health TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.gateway_health TO gtb_ingestion;

GRANT SELECT,UPDATE ON TABLE public.ingestion_guard TO gtb_ingestion;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ingestion_slot TO gtb_ingestion;

GRANT INSERT ON TABLE public.invitation TO gtb_api;
GRANT SELECT,INSERT,UPDATE ON TABLE public.invitation TO gtb_auth;

GRANT SELECT(id) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(uuid) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(organisation_id) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(email) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(role) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(building_ids) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(invited_by) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(created_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(expires_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(accepted_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT ON TABLE public.job TO gtb_api;
GRANT SELECT ON TABLE public.job TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job TO gtb_jobs;

GRANT SELECT ON TABLE public.meter TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meter TO gtb_api;
GRANT SELECT ON TABLE public.meter TO gtb_jobs;

GRANT SELECT ON TABLE public.organisation TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation TO gtb_api;
GRANT SELECT ON TABLE public.organisation TO gtb_auth;
GRANT SELECT ON TABLE public.organisation TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation_link TO gtb_api;
GRANT SELECT ON TABLE public.organisation_link TO gtb_reporting;

GRANT SELECT,INSERT,UPDATE ON TABLE public.password_reset TO gtb_auth;

GRANT SELECT ON TABLE public.point TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.point TO gtb_api;
GRANT SELECT ON TABLE public.point TO gtb_ingestion;
GRANT SELECT ON TABLE public.point TO gtb_jobs;

GRANT SELECT ON TABLE public.reading TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.reading TO gtb_ingestion;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reading TO gtb_jobs;

GRANT SELECT ON TABLE public.reading_change TO gtb_api;
GRANT INSERT ON TABLE public.reading_change TO gtb_ingestion;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reading_change TO gtb_jobs;

GRANT INSERT ON TABLE public.reading_history TO gtb_ingestion;
GRANT SELECT,INSERT ON TABLE public.reading_history TO gtb_jobs;
GRANT SELECT ON TABLE public.reading_history TO gtb_reporting;

GRANT SELECT ON TABLE public.register TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register TO gtb_api;
GRANT SELECT ON TABLE public.register TO gtb_jobs;

GRANT UPDATE(id) ON TABLE public.register TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_parameter TO gtb_api;
GRANT SELECT ON TABLE public.register_parameter TO gtb_reporting;
GRANT SELECT ON TABLE public.register_parameter TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_point TO gtb_api;
GRANT SELECT ON TABLE public.register_point TO gtb_reporting;
GRANT SELECT ON TABLE public.register_point TO gtb_jobs;

GRANT SELECT ON TABLE public.registry_version TO gtb_api;
GRANT SELECT,UPDATE ON TABLE public.registry_version TO gtb_ingestion;
GRANT SELECT,UPDATE ON TABLE public.registry_version TO gtb_jobs;

GRANT SELECT ON TABLE public.rejected_measurement TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.rejected_measurement TO gtb_ingestion;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rejected_measurement TO gtb_jobs;

GRANT SELECT ON TABLE public.role_permission TO gtb_api;
GRANT SELECT ON TABLE public.role_permission TO gtb_auth;

GRANT DELETE ON TABLE public.session TO gtb_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO gtb_auth;

GRANT SELECT(id) ON TABLE public.session TO gtb_api;

GRANT SELECT(uuid) ON TABLE public.session TO gtb_api;

GRANT SELECT(user_id) ON TABLE public.session TO gtb_api;

GRANT SELECT(created_at) ON TABLE public.session TO gtb_api;

GRANT SELECT(last_seen_at) ON TABLE public.session TO gtb_api;

GRANT SELECT(expires_at) ON TABLE public.session TO gtb_api;

GRANT SELECT(ip) ON TABLE public.session TO gtb_api;

GRANT SELECT(user_agent) ON TABLE public.session TO gtb_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_attempt TO gtb_auth;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.site TO gtb_api;
GRANT SELECT ON TABLE public.site TO gtb_reporting;

GRANT SELECT ON TABLE public.stage_cursor TO gtb_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_cursor TO gtb_jobs;

GRANT SELECT ON TABLE public.uplink TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.uplink TO gtb_ingestion;
GRANT SELECT,UPDATE ON TABLE public.uplink TO gtb_jobs;

GRANT SELECT,INSERT,UPDATE ON TABLE public.user_identity TO gtb_auth;

GRANT SELECT,INSERT,UPDATE ON TABLE public.user_role TO gtb_api;
GRANT SELECT,INSERT,UPDATE ON TABLE public.user_role TO gtb_auth;

GRANT SELECT ON TABLE public.zone TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.zone TO gtb_api;

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
