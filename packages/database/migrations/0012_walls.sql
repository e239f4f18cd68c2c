-- The walls between organisations. Services connect with roles that own nothing and cannot bypass row-level security;
-- policies ask which organisations and buildings an identity reaches. Hypertables carry no organisation and may not have
-- policies (compression): they are read through the security-barrier views of the schema `tenant`, which have the names
-- of the tables and stand first in the search path of gtb_api.
do $$ declare r text; begin
  foreach r in array array['gtb_api', 'gtb_auth', 'gtb_ingestion', 'gtb_jobs'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
  end loop;
exception when duplicate_object or unique_violation then null; -- two databases of one cluster migrate at once
end $$;

-- The request's identity. Whoever writes SQL as gtb_api could set it: it protects against a forgotten condition, not
-- against a stolen password. Grafana, where people do write SQL, goes by its login instead.
create function current_user_id() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('gtb.user_id', true), '')::bigint $$;

-- Scopes of an API token; null: all that the user may.
create function in_scope(action text) returns boolean language sql stable parallel safe as $$
  select coalesce(action = any (string_to_array(nullif(current_setting('gtb.scopes', true), ''), ',')), true) $$;

-- What the identity may do, and where: one row a role that has the action and holds now.
create function granted(asked text) returns table (organisation_id bigint, building_ids bigint[], reach text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.organisation_id, r.building_ids, p.reach
    from user_role r
    join role_permission p on p.role = r.role and p.action = asked
    join app_user u on u.id = r.user_id and u.disabled_at is null
   where r.user_id = current_user_id() and r.valid @> now() and in_scope(asked)
     and not exists (select from grafana_login where role_name = session_user)
  union all
  select g.organisation_id, null, 'own' from grafana_login g
   where g.role_name = session_user and asked in ('data:read', 'organisation:read') $$;

-- Organisations in which the identity may do this with everything: its own, and those below that have agreed.
create function reached_organisations(asked text) returns setof bigint
language sql stable security definer set search_path = public, pg_temp as $$
  with g as materialized (select * from granted(asked) where building_ids is null)
  select organisation_id from g
  union
  select l.child_id from g join organisation_link l on l.parent_id = g.organisation_id
   where l.consented_at is not null and l.valid @> current_date
  union
  select o.id from organisation o where exists (select from g where reach = 'platform') $$;

-- Buildings in which the identity may do this by a role that is limited to them.
create function reached_buildings(asked text) returns setof bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select unnest(building_ids) from granted(asked) where building_ids is not null $$;

-- Whether the identity may do this somewhere; `platform`: everywhere.
create function may(asked text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from granted(asked)) $$;
create function may_everywhere(asked text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from granted(asked) where reach = 'platform') $$;

-- Triggers write what their caller may not: they run as their owner.
alter function bump_registry_version() security definer set search_path = public, pg_temp;
alter function decode_again_after_assignment() security definer set search_path = public, pg_temp;
alter function enqueue_recompute(bigint[], tstzrange[]) security definer set search_path = public, pg_temp;
alter function recompute_after_register_change() security definer set search_path = public, pg_temp;
alter function recompute_after_gas_coefficient_change() security definer set search_path = public, pg_temp;
alter function recompute_after_register_definition() security definer set search_path = public, pg_temp;
alter function recompute_after_meter_definition() security definer set search_path = public, pg_temp;
revoke execute on function enqueue_recompute(bigint[], tstzrange[]) from public;

-- Who reads what, and writes what, for each table with an organisation. `seen` and `changed` are conditions on its rows.
create function build_walls(tab regclass, seen text, changed text) returns void language plpgsql as $$
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
  -- Ingestion and jobs work for every organisation, on the tables that they are granted.
  execute format('create policy worked on %s to gtb_ingestion, gtb_jobs using (true) with check (true)', tab);
end $$;

do $$
declare
  whole constant text := 'organisation_id in (select reached_organisations(%L))';
  part constant text := '%I in (select reached_buildings(%L))';
  t text;
begin
  perform build_walls('organisation',
    'id in (select reached_organisations(''organisation:read''))
     or id in (select b.organisation_id from building b)
     or id in (select g.organisation_id from granted(''organisation:read'') g)
     or (select may_everywhere(''organisation:read''))',
    '(select may_everywhere(''organisation:manage''))');
  perform build_walls('organisation_link',
    'parent_id in (select reached_organisations(''organisation:read'')) or child_id in (select reached_organisations(''organisation:read''))',
    '(select may_everywhere(''organisation:manage'')) or child_id in (select g.organisation_id from granted(''user:manage'') g)');
  perform build_walls('building',
    format(whole, 'data:read') || ' or ' || format(part, 'id', 'data:read'),
    format(whole, 'building:write') || ' or ' || format(part, 'id', 'building:write'));
  perform build_walls('site',
    format(whole, 'data:read') || ' or id in (select b.site_id from building b)',
    format(whole, 'building:write'));
  perform build_walls('calendar', format(whole, 'data:read'), format(whole, 'building:write'));
  foreach t in array array['zone', 'building_floor_area', 'point'] loop
    perform build_walls(t::regclass,
      format(whole, 'data:read') || ' or ' || format(part, 'building_id', 'data:read'),
      format(whole, 'building:write') || ' or ' || format(part, 'building_id', 'building:write'));
  end loop;
  foreach t in array array['delivery_point', 'meter'] loop
    perform build_walls(t::regclass,
      format(whole, 'data:read') || ' or ' || format(part, 'building_id', 'data:read'),
      format(whole, 'meter:write') || ' or ' || format(part, 'building_id', 'meter:write'));
  end loop;
  -- Below a meter: who sees the meter sees its registers, and so on.
  perform build_walls('register', format(whole, 'data:read') || ' or meter_id in (select m.id from meter m)',
    format(whole, 'meter:write') || ' or meter_id in (select m.id from meter m where m.building_id in (select reached_buildings(''meter:write'')))');
  foreach t in array array['register_point', 'register_parameter'] loop
    perform build_walls(t::regclass, format(whole, 'data:read') || ' or register_id in (select r.id from register r)',
      format(whole, 'meter:write') || ' or register_id in (select r.id from register r join meter m on m.id = r.meter_id where m.building_id in (select reached_buildings(''meter:write'')))');
  end loop;
  perform build_walls('gas_coefficient', format(whole, 'data:read') || ' or delivery_point_id in (select d.id from delivery_point d)',
    format(whole, 'meter:write') || ' or delivery_point_id in (select d.id from delivery_point d where d.building_id in (select reached_buildings(''meter:write'')))');
  perform build_walls('device',
    format(whole, 'data:read') || ' or ' || format(part, 'building_id', 'data:read'), format(whole, 'device:write'));
  perform build_walls('device_point', format(whole, 'data:read') || ' or device_id in (select d.id from device d)', format(whole, 'device:write'));
  perform build_walls('gateway', format(whole, 'data:read'), format(whole, 'device:write'));
  perform build_walls('job', format(whole, 'job:read') || ' or organisation_id is null and (select may_everywhere(''job:read''))', null);
end $$;
drop function build_walls(regclass, text, text);

-- People. gtb_api sees names and addresses, never what lets them in.
alter table app_user enable row level security;
alter table user_role enable row level security;
alter table session enable row level security;
alter table api_token enable row level security;
alter table invitation enable row level security;
create policy seen on app_user for select to gtb_api using (
  id = current_user_id() or (select may_everywhere('user:manage'))
  or id in (select r.user_id from user_role r where r.organisation_id in (select reached_organisations('user:manage'))));
create policy own on app_user for update to gtb_api using (id = current_user_id() or (select may_everywhere('user:manage')));
create policy seen on user_role for select to gtb_api using (
  user_id = current_user_id() or organisation_id in (select reached_organisations('user:manage')));

-- Nobody gives more than they have: each permission of the role must be one of theirs in that organisation.
create function may_give(given text, target bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select target in (select reached_organisations('user:manage'))
     and not exists (
       select from role_permission p
        where p.role = given
          and not case when p.reach = 'platform' then may_everywhere(p.action)
                       else may_everywhere('user:manage') or target in (select reached_organisations(p.action)) end) $$;
create policy given on user_role for insert to gtb_api with check (may_give(role, organisation_id) and granted_by = current_user_id());
create policy changed on user_role for update to gtb_api using (may_give(role, organisation_id)) with check (may_give(role, organisation_id));
create policy own on session to gtb_api using (user_id = current_user_id());
create policy own on api_token to gtb_api using (user_id = current_user_id()) with check (user_id = current_user_id());
create policy managed on invitation to gtb_api using (organisation_id in (select reached_organisations('user:manage')))
  with check (may_give(role, organisation_id) and invited_by = current_user_id());
create policy all_rows on app_user to gtb_auth using (true) with check (true);
create policy all_rows on user_role to gtb_auth using (true) with check (true);
create policy all_rows on session to gtb_auth using (true) with check (true);
create policy all_rows on api_token to gtb_auth using (true) with check (true);
create policy all_rows on invitation to gtb_auth using (true) with check (true);
create policy seen_by_auth on organisation for select to gtb_auth using (true);

grant usage on schema public to gtb_api, gtb_auth, gtb_ingestion, gtb_jobs;
grant select (id, uuid, email, name, locale, totp_confirmed_at, created_at, disabled_at, locked_until) on app_user to gtb_api;
grant update (name, locale, disabled_at) on app_user to gtb_api;
grant select, insert, update on user_role to gtb_api;
grant select (id, uuid, user_id, created_at, last_seen_at, expires_at, ip, user_agent), delete on session to gtb_api;
grant select (id, uuid, user_id, name, hint, scopes, created_at, expires_at, last_used_at, revoked_at), insert, update (revoked_at) on api_token to gtb_api;
grant select (id, uuid, organisation_id, email, role, building_ids, invited_by, created_at, expires_at, accepted_at, revoked_at), insert, update (revoked_at) on invitation to gtb_api;
grant select on role_permission to gtb_api, gtb_auth;
grant select, insert, update on app_user, user_identity, user_role, invitation, password_reset to gtb_auth;
grant select, insert, update, delete on session, api_token, sign_in_attempt to gtb_auth;
grant select on organisation to gtb_auth;

-- What belongs to nobody, or has no secret in it.
grant select on device_type, codec_version, registry_version, stage_cursor, reading_change to gtb_api;
grant insert, update on device_type, codec_version to gtb_ingestion, gtb_jobs;
grant select on device_type, codec_version, registry_version to gtb_ingestion, gtb_jobs;
-- `for share` asks for the right to update.
grant update on registry_version to gtb_ingestion, gtb_jobs;

-- Ingestion: the registry in, ledger, readings and health out.
grant select on device, device_point, point to gtb_ingestion, gtb_jobs;
grant select, insert, update on uplink, reading, device_health, gateway_health, event_reject, rejected_measurement to gtb_ingestion;
grant insert on reading_history, reading_change to gtb_ingestion;
grant select, insert, update, delete on ingestion_slot to gtb_ingestion;
grant select, update on ingestion_guard to gtb_ingestion;

-- Jobs: everything that follows from the ledger, and who asked for what.
grant select on organisation, building, meter, register, register_point, register_parameter, gas_coefficient, delivery_point to gtb_jobs;
-- A register is locked while its hours are computed: locking asks for the right to change something of it.
grant update (id) on register to gtb_jobs;
grant select, update on uplink to gtb_jobs;
grant select, insert, update, delete on reading, consumption, rejected_measurement, job, reading_change, stage_cursor to gtb_jobs;
grant select, insert on reading_history, consumption_history to gtb_jobs;

-- What the API reads of hypertables and of what the network says: the tables' names, with the walls.
create schema tenant;
grant usage on schema tenant to gtb_api, gtb_reporting;

create function is_declared(eui text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from device where dev_eui = eui) $$;

create view tenant.reading with (security_barrier) as
  select r.* from public.reading r join public.point p on p.id = r.point_id;
create view tenant.reading_history with (security_barrier) as
  select r.* from public.reading_history r join public.point p on p.id = r.point_id;
create view tenant.consumption with (security_barrier) as
  select c.* from public.consumption c join public.register r on r.id = c.register_id;
create view tenant.consumption_history with (security_barrier) as
  select c.* from public.consumption_history c join public.register r on r.id = c.register_id;
-- Of devices that nobody has declared those hear who look after the network; of others their organisation.
create view tenant.uplink with (security_barrier) as
  select u.* from public.uplink u
   where u.dev_eui in (select d.dev_eui from public.device d) or (select may_everywhere('network:read')) and not is_declared(u.dev_eui);
create view tenant.device_health with (security_barrier) as
  select h.* from public.device_health h
   where h.dev_eui in (select d.dev_eui from public.device d) or (select may_everywhere('network:read')) and not is_declared(h.dev_eui);
create view tenant.gateway_health with (security_barrier) as
  select h.* from public.gateway_health h
   where h.gateway_eui in (select g.gateway_eui from public.gateway g) or (select may_everywhere('network:read'));
create view tenant.event_reject with (security_barrier) as
  select e.* from public.event_reject e
   where e.dev_eui in (select d.dev_eui from public.device d)
      or (select may_everywhere('network:read')) and (e.dev_eui is null or not is_declared(e.dev_eui));
create view tenant.rejected_measurement with (security_barrier) as
  select m.* from public.rejected_measurement m
   where m.dev_eui in (select d.dev_eui from public.device d) or (select may_everywhere('network:read')) and not is_declared(m.dev_eui);

-- The newest reading of each of these points that the identity sees. A function, because `limit` is not pushed into a
-- security-barrier view: through it every reading of the point would be read. It runs as gtb_reporting, so that the walls
-- of `point` hold inside it.
create function tenant.latest_readings(points bigint[], since timestamptz)
returns table (point_id bigint, "time" timestamptz, value double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, latest.time, latest.value
    from (select id from point where id = any (points) offset 0) p
    cross join lateral (select r.time, r.value from reading r where r.point_id = p.id and r.time >= since
                         order by r.time desc limit 1) latest $$;

-- The same for what Grafana reads: an uplink of a device that its organisation does not see is not there.
create or replace view reporting.uplink with (security_barrier) as
  select u.time, u.received_at, u.event_type, u.dev_eui, u.outcome, u.outcome_detail, u.reading_count, d.id as device_id, d.building_id
    from tenant.uplink u left join device d on d.dev_eui = u.dev_eui;
create or replace view reporting.event_reject with (security_barrier) as
  select received_at, dev_eui, event_type, reason, detail from tenant.event_reject;
create or replace view reporting.rejected_measurement with (security_barrier) as
  select m.received_at, m.dev_eui, m.measurement, m.time, m.value, m.reason, d.building_id
    from tenant.rejected_measurement m left join device d on d.dev_eui = m.dev_eui;
create or replace view reporting.gateway with (security_barrier) as
  select g.id as gateway_id, coalesce(g.gateway_eui, h.gateway_eui) as gateway_eui, g.name as gateway, h.last_heard_at
    from gateway g full join tenant.gateway_health h on h.gateway_eui = g.gateway_eui;

grant select on reading_history, consumption_history to gtb_reporting;
grant create on schema tenant to gtb_reporting;
do $$ declare v text; begin
  for v in select viewname from pg_views where schemaname = 'tenant' loop
    execute format('alter view tenant.%I owner to gtb_reporting', v);
    execute format('grant select on tenant.%I to gtb_api', v);
  end loop;
end $$;
alter function tenant.latest_readings(bigint[], timestamptz) owner to gtb_reporting;
revoke execute on function tenant.latest_readings(bigint[], timestamptz) from public;
grant execute on function tenant.latest_readings(bigint[], timestamptz) to gtb_api;
revoke create on schema tenant from gtb_reporting;
