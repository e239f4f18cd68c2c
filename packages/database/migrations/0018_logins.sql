-- Whoever was made for the demonstrator: shut out where NODE_ENV=production.
alter table app_user add column demonstrator boolean not null default false;

-- The types of devices and their codecs are brought up to date with the schema, by its owner.
revoke insert, update on device_type, codec_version from gtb_ingestion, gtb_jobs;

-- Who runs the network also sees in Grafana what it says of devices that nobody has declared: the agency's login does, as
-- the agency's people do; no other organisation's.
create or replace function granted(asked text) returns table (organisation_id bigint, building_ids bigint[], reach text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.organisation_id, r.building_ids, p.reach
    from user_role r
    join role_permission p on p.role = r.role and p.action = asked
    join app_user u on u.id = r.user_id and u.disabled_at is null
   where r.user_id = current_user_id() and r.valid @> now() and in_scope(asked)
     and not exists (select from grafana_login where role_name = session_user)
  union all
  select g.organisation_id, null, case when asked = 'network:read' then 'platform' else 'own' end
    from grafana_login g join organisation o on o.id = g.organisation_id
   where g.role_name = session_user
     and (asked in ('data:read', 'organisation:read') or asked = 'network:read' and o.kind = 'agency') $$;
