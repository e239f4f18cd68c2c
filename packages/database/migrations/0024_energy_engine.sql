-- The energy engine, complete: what people say of a register's past, counters that broke, virtual meters, filled ends, days
-- and months, corrections.

-- Policies and grants of a table with an organisation, as in 0012; kept, for tables keep coming. `seen` and `changed` are
-- conditions on its rows; `changed` null: the API never writes it.
create function build_walls(tab regclass, seen text, changed text) returns void language plpgsql set search_path = public, pg_temp as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('create policy seen on %s for select to gtb_api, gtb_reporting using (%s)', tab, seen);
  execute format('grant select on %s to gtb_api, gtb_reporting', tab);
  if changed is not null then
    execute format('create policy added on %s for insert to gtb_api with check (%s)', tab, changed);
    execute format('create policy changed on %s for update to gtb_api using (%s) with check (%s)', tab, changed, changed);
    execute format('create policy removed on %s for delete to gtb_api using (%s)', tab, changed);
    execute format('grant insert, update, delete on %s to gtb_api', tab);
  end if;
  execute format('create policy worked on %s to gtb_ingestion, gtb_jobs using (true) with check (true)', tab);
end $$;
revoke execute on function build_walls(regclass, text, text) from public;

-- What a meter counts the energy of; null: of several, or nobody has said.
alter table meter add column end_use text check (end_use in
  ('heating', 'hot_water', 'cooling', 'ventilation', 'lighting', 'cooking', 'sockets', 'it', 'pool', 'charging', 'production', 'other'));
-- Whether it is added up in its building where it has no parent; a virtual meter usually repeats what others count.
alter table meter add column counted boolean not null default true;

-- A parent counts what its sub-meters count: nobody's grandparent may be its child, or sums would never end.
create function refuse_meter_cycle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Two changes that each are sound may close a circle together: one organisation's changes wait for each other.
  perform pg_advisory_xact_lock(hashtext('meter hierarchy'), new.organisation_id::int);
  if exists (
    with recursive above (id) as (
      select new.parent_meter_id union select m.parent_meter_id from above a join meter m on m.id = a.id where m.parent_meter_id is not null)
    select from above where id = new.id) then
    raise exception 'a meter cannot stand above itself' using errcode = 'check_violation', constraint = 'meter_no_cycle', table = 'meter';
  end if;
  return new;
end $$;
revoke execute on function refuse_meter_cycle() from public;
create trigger meter_no_cycle before insert or update of parent_meter_id on meter for each row
  when (new.parent_meter_id is not null) execute function refuse_meter_cycle();

alter table register drop constraint register_kind_check;
alter table register add constraint register_kind_check check (kind in ('index', 'interval', 'power', 'virtual'));
-- Whether it is added up in its meter. Of two sources of one energy (a load curve and daily indexes) neither is: a virtual
-- register of the meter that prefers one to the other is.
alter table register add column counted boolean not null default true;

-- What a person says of a counter's past. `at`: when the old count ended and the new one began; readings at that time or
-- later are the new one's. Values are raw counts, as readings are.
create table register_event (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  register_id bigint not null,
  at timestamptz not null,
  -- exchange: another meter or counter; reset: the same begins again; rollover: it did pass its highest count
  kind text not null check (kind in ('exchange', 'reset', 'rollover')),
  -- Null: nobody read it; what passed on that side is then missing.
  last_value double precision check (last_value not in ('NaN', 'Infinity', '-Infinity')),
  first_value double precision check (first_value not in ('NaN', 'Infinity', '-Infinity')),
  -- Of the new meter, as read on it.
  serial_number text check (kind = 'exchange' or serial_number is null),
  note text,
  recorded_by bigint references app_user (id) on delete set null default current_user_id(),
  known tstzrange not null default tstzrange(now(), null),
  unique (organisation_id, id),
  foreign key (organisation_id, register_id) references register (organisation_id, id),
  check (kind <> 'rollover' or last_value is null and first_value is null),
  exclude using gist (register_id with =, at with =, known with &&)
);

-- Breaks that the engine found: the count fell, no rollover would be plausible, nobody has explained it. Derived like
-- consumption, written with it; a person answers with a register_event, or by voiding a wrong reading.
create table register_break (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  register_id bigint not null,
  from_time timestamptz not null,
  from_value double precision not null,
  to_time timestamptz not null,
  to_value double precision not null,
  found_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (register_id, to_time),
  foreign key (organisation_id, register_id) references register (organisation_id, id)
);

-- What a virtual register counts, in whole hours: see packages/domain/src/energy/formula.ts
create table register_formula (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  register_id bigint not null,
  expression jsonb not null check (jsonb_typeof(expression) = 'object'),
  valid tstzrange not null default tstzrange('-infinity', null),
  known tstzrange not null default tstzrange(now(), null),
  unique (organisation_id, id),
  foreign key (organisation_id, register_id) references register (organisation_id, id),
  check (not isempty(valid)),
  check (extract(minute from lower(valid)) = 0 and extract(second from lower(valid)) = 0 or lower(valid) = '-infinity' or lower_inf(valid)),
  exclude using gist (register_id with =, valid with &&, known with &&)
);

-- The registers and meters that a formula names. A meter stands for its counted registers of that direction, whichever
-- they are at the time of computing.
create table formula_input (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  formula_id bigint not null,
  input_register_id bigint,
  input_meter_id bigint,
  direction text not null default 'import' check (direction in ('import', 'export')),
  foreign key (organisation_id, formula_id) references register_formula (organisation_id, id) on delete cascade,
  foreign key (organisation_id, input_register_id) references register (organisation_id, id),
  foreign key (organisation_id, input_meter_id) references meter (organisation_id, id),
  check (num_nonnulls(input_register_id, input_meter_id) = 1)
);
create index formula_input_formula on formula_input (formula_id);
create index formula_input_register on formula_input (input_register_id);
create index formula_input_meter on formula_input (input_meter_id);

-- The registers that a register follows from, by every formula that is believed now.
create view register_dependency with (security_invoker) as
  select f.register_id, coalesce(i.input_register_id, r.id) as input_register_id
    from register_formula f
    join formula_input i on i.formula_id = f.id
    left join register r on r.meter_id = i.input_meter_id and r.direction = i.direction and r.counted and r.id <> f.register_id
   where upper_inf(f.known) and coalesce(i.input_register_id, r.id) is not null;
grant select on register_dependency to gtb_api, gtb_jobs, gtb_reporting;

-- A circle of formulas would never end: refused, whoever writes, also where a new register closes it.
create function refuse_formula_cycle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('formulas'), new.organisation_id::int);
  if exists (
    with recursive below (start, id) as (
      select d.register_id, d.input_register_id from register_dependency d join register r on r.id = d.register_id
       where r.organisation_id = new.organisation_id
      union
      select b.start, d.input_register_id from below b join register_dependency d on d.register_id = b.id)
    select from below where start = id) then
    raise exception 'a virtual meter cannot follow from itself' using errcode = 'check_violation', constraint = 'formula_no_cycle', table = 'register_formula';
  end if;
  return null;
end $$;
revoke execute on function refuse_formula_cycle() from public;
create constraint trigger formula_no_cycle after insert or update on formula_input for each row execute function refuse_formula_cycle();
create constraint trigger formula_no_cycle after insert or update of meter_id, direction, counted on register
  for each row execute function refuse_formula_cycle();

-- Why an hour is not wholly measured: bits, see packages/domain/src/energy/hour-reason.ts
alter table consumption add column reasons smallint not null default 0;
alter table consumption_history add column reasons smallint not null default 0;

-- A person asks for missing hours to be filled (a report must go out). The values are computed once and kept: an input of
-- the engine, so that computing again gives the same; where the truth arrives it counts, and the fill no more.
create table consumption_fill_request (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  register_id bigint not null,
  from_time timestamptz not null,
  to_time timestamptz not null,
  method text not null check (method in ('same-hours')),
  reason text not null,
  requested_by bigint references app_user (id) on delete set null default current_user_id(),
  requested_at timestamptz not null default now(),
  -- Taken back: its hours are missing again.
  withdrawn_at timestamptz,
  unique (organisation_id, id),
  foreign key (organisation_id, register_id) references register (organisation_id, id),
  check (from_time < to_time)
);
create table consumption_fill (
  register_id bigint not null references register (id) on delete cascade,
  hour timestamptz not null,
  -- Of a whole hour, in the register's unit; an hour that is missing in part takes its part of it.
  native double precision not null,
  request_id bigint not null references consumption_fill_request (id) on delete cascade,
  primary key (register_id, hour)
);

-- Local days and months of the building, written with the hours that they add up.
create table consumption_day (
  register_id bigint not null,
  day date not null,
  native double precision,
  energy_kwh double precision,
  -- In hours; a day has 23, 24 or 25. What a day lacks for its length is missing too.
  measured_hours real not null,
  estimated_hours real not null,
  day_hours real not null,
  reasons smallint not null default 0,
  primary key (register_id, day)
);
create table consumption_month (
  register_id bigint not null,
  month date not null check (extract(day from month) = 1),
  native double precision,
  energy_kwh double precision,
  measured_hours real not null,
  estimated_hours real not null,
  month_hours real not null,
  reasons smallint not null default 0,
  primary key (register_id, month)
);
create index consumption_month_by_month on consumption_month (month, register_id);

-- What a person corrected of a point's readings, over a range. A job carries it out: the value of each reading is set, or
-- it is void (kept, and read by no calculation), or what stood there before corrections is back.
create table correction (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  point_id bigint not null,
  kind text not null check (kind in ('set', 'void', 'restore')),
  -- [from, to]; of `set` both are the reading's time
  from_time timestamptz not null,
  to_time timestamptz not null,
  value double precision check (value not in ('NaN', 'Infinity', '-Infinity')),
  reason text not null,
  made_by bigint references app_user (id) on delete set null default current_user_id(),
  made_at timestamptz not null default now(),
  applied_at timestamptz,
  reading_count integer,
  unique (organisation_id, id),
  foreign key (organisation_id, point_id) references point (organisation_id, id),
  check (from_time <= to_time),
  check ((kind = 'set') = (value is not null)),
  check (kind <> 'set' or from_time = to_time)
);
create index correction_point on correction (point_id, from_time);

do $$
declare
  seen constant text := 'organisation_id in (select reached_organisations(''data:read'')) or register_id in (select r.id from register r)';
  changed constant text := 'organisation_id in (select reached_organisations(''meter:write''))
    or register_id in (select r.id from register r join meter m on m.id = r.meter_id where m.building_id in (select reached_buildings(''meter:write'')))';
begin
  -- Whoever exchanges a meter says so, also where declaring meters is not theirs.
  perform build_walls('register_event', seen, replace(changed, 'meter:write', 'exchange:write'));
  perform build_walls('register_break', seen, null);
  perform build_walls('register_formula', seen, changed);
  perform build_walls('formula_input', 'organisation_id in (select reached_organisations(''data:read'')) or formula_id in (select f.id from register_formula f)',
    'organisation_id in (select reached_organisations(''meter:write''))
     or formula_id in (select f.id from register_formula f join register r on r.id = f.register_id join meter m on m.id = r.meter_id
                        where m.building_id in (select reached_buildings(''meter:write'')))');
  perform build_walls('consumption_fill_request', seen, changed);
  perform build_walls('correction', 'organisation_id in (select reached_organisations(''data:read'')) or point_id in (select p.id from point p)',
    'organisation_id in (select reached_organisations(''meter:write''))
     or point_id in (select p.id from point p where p.building_id in (select reached_buildings(''meter:write'')))');
end $$;

create trigger audited after insert or update or delete on register_event for each row execute function audit_row('register', 'register_id');
create trigger audited after insert or update or delete on register_formula for each row execute function audit_row('register', 'register_id');
create trigger audited after insert or update or delete on consumption_fill_request for each row execute function audit_row('register', 'register_id');
create trigger audited after insert or delete or update of kind, from_time, to_time, value, reason on correction
  for each row execute function audit_row('point', 'point_id');

grant select on register_event, register_formula, formula_input, consumption_fill_request, correction to gtb_jobs;
grant update (applied_at, reading_count) on correction to gtb_jobs;
grant select, insert, update, delete on register_break, consumption_fill, consumption_day, consumption_month to gtb_jobs;
grant select on consumption_day, consumption_month, consumption_fill to gtb_reporting;

create view tenant.consumption_day with (security_barrier) as
  select c.* from public.consumption_day c join public.register r on r.id = c.register_id;
create view tenant.consumption_month with (security_barrier) as
  select c.* from public.consumption_month c join public.register r on r.id = c.register_id;
create view tenant.consumption_fill with (security_barrier) as
  select c.* from public.consumption_fill c join public.register r on r.id = c.register_id;
-- `select *` in a view names the columns that were there when it was made.
create or replace view tenant.consumption with (security_barrier) as
  select c.* from public.consumption c join public.register r on r.id = c.register_id;
create or replace view tenant.consumption_history with (security_barrier) as
  select c.register_id, c.hour, c.native, c.energy_kwh, c.measured_share, c.estimated_share, c.missing_share, c.known, c.reason, c.reasons
    from public.consumption_history c join public.register r on r.id = c.register_id;
grant create on schema tenant to gtb_reporting;
alter view tenant.consumption_day owner to gtb_reporting;
alter view tenant.consumption_month owner to gtb_reporting;
alter view tenant.consumption_fill owner to gtb_reporting;
revoke create on schema tenant from gtb_reporting;
grant select on tenant.consumption_day, tenant.consumption_month, tenant.consumption_fill to gtb_api;
