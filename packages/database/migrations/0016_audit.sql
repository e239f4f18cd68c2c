-- Who did what, when and from where. Events are appended by triggers and by functions of the owner; no service may write
-- these tables itself. Events say who by a pseudonym, and of what was changed they keep a salted digest only: what is
-- personal stands beside them and can be erased, old events can be retired, and the chain of seals over them still holds.

-- The only tie between a pseudonym and a person: gone, nobody can tell any more whose it was.
create table audit_pseudonym (
  user_id bigint primary key references app_user (id),
  pseudonym uuid not null unique default gen_random_uuid()
);
insert into audit_pseudonym (user_id) select id from app_user where erased_at is null;

-- Each seal hashes a batch of events and the seal before it. Seals stay when their events are retired: what else they say
-- is hashed apart from the events, so that it can still be verified.
create table audit_seal (
  id bigint primary key,
  previous_hash bytea not null,
  from_id bigint not null,
  to_id bigint not null,
  count integer not null check (count > 0),
  newest_at timestamptz not null,
  events_digest bytea not null,
  sealed_at timestamptz not null,
  hash bytea not null
);

create table audit_event (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  -- Pseudonym of who did it; null: the service by itself, or nobody who had signed in
  actor uuid,
  service text not null,
  request_id text,
  action text not null check (action in ('created', 'changed', 'removed', 'read', 'signed_in', 'sign_in_failed', 'signed_out')),
  object_kind text not null,
  -- Of what bears no uuid, that of what it belongs to; of a person, their pseudonym
  object uuid,
  -- Pseudonym of the person whom it is about
  subject uuid,
  organisation_id bigint,
  content_digest bytea,
  origin_digest bytea,
  -- Set once, when the event is sealed: batches follow no order of ids, for these are handed out before their commit
  seal bigint references audit_seal (id)
);
create index audit_event_unsealed on audit_event (id) where seal is null;
create index audit_event_seal on audit_event (seal);
create index audit_event_recent on audit_event (at, uuid);
create index audit_event_organisation on audit_event (organisation_id, at, uuid) where organisation_id is not null;
create index audit_event_platform on audit_event (at, uuid) where organisation_id is null;
create index audit_event_actor on audit_event (actor, at, uuid);
create index audit_event_object on audit_event (object, at, uuid);
create index audit_event_subject on audit_event (subject, at, uuid);
create index audit_event_kind on audit_event (object_kind, at, uuid);

-- What was before and after: erased with the person whom it is about.
create table audit_content (
  event_id bigint primary key references audit_event (id) on delete cascade,
  salt bytea not null,
  -- What people call the object
  name text,
  before jsonb,
  after jsonb
);

-- From where: erased with the person who did it.
create table audit_origin (
  event_id bigint primary key references audit_event (id) on delete cascade,
  salt bytea not null,
  ip text,
  via text
);

create function audit_digest(salt bytea, content jsonb) returns bytea language sql immutable as
  $$ select sha256(salt || convert_to(content::text, 'UTF8')) $$;

-- A person's pseudonym, made when it is first needed; null once they were erased.
create function audit_pseudonym_of(person bigint) returns uuid language plpgsql as $$
declare known uuid;
begin
  select pseudonym into known from audit_pseudonym where user_id = person;
  if known is null and person is not null then
    insert into audit_pseudonym (user_id) select id from app_user where id = person and erased_at is null on conflict do nothing;
    select pseudonym into known from audit_pseudonym where user_id = person;
  end if;
  return known;
end $$;

-- Appends one event of the request's identity.
create function audit_append(action text, kind text, object uuid, subject uuid, organisation bigint, name text, before jsonb, after jsonb,
                             acting bigint default current_user_id()) returns void language plpgsql as $$
declare
  ip constant text := nullif(current_setting('gtb.ip', true), '');
  via constant text := nullif(current_setting('gtb.via', true), '');
  salt constant bytea := case when coalesce(before, after) is not null or name is not null then uuid_send(gen_random_uuid()) end;
  origin_salt constant bytea := case when coalesce(ip, via) is not null then uuid_send(gen_random_uuid()) end;
  event bigint;
begin
  insert into audit_event (actor, service, request_id, action, object_kind, object, subject, organisation_id, content_digest, origin_digest)
  values (audit_pseudonym_of(acting), coalesce(nullif(current_setting('application_name'), ''), session_user),
          nullif(current_setting('gtb.request_id', true), ''), action, kind, object, subject, organisation,
          audit_digest(salt, jsonb_build_array(name, before, after)), audit_digest(origin_salt, jsonb_build_array(ip, via)))
  returning id into event;
  if salt is not null then
    insert into audit_content values (event, salt, name, before, after);
  end if;
  if origin_salt is not null then
    insert into audit_origin values (event, origin_salt, ip, via);
  end if;
end $$;

-- Of a row what differs from the other; all of it where there is no other. Secrets only say that they are there, and
-- what counts the uses of an account is no change of it. In PL/pgSQL, which keeps its plan: half the cost of an event.
create function audit_shown(this_row jsonb, other jsonb) returns jsonb language plpgsql immutable strict as $$
begin
  return (select jsonb_object_agg(e.key, case when e.value <> 'null' and e.key in ('password_hash', 'totp_secret', 'token_digest', 'csrf_digest')
                                      then '"[hidden]"' else e.value end)
    from jsonb_each(this_row) e
   where e.key not in ('failed_attempts', 'totp_last_step', 'last_used_at')
     and e.value is distinct from other -> e.key);
end $$;

-- One event for each row that is added, changed or removed. Arguments: of a table without uuids, the table that its rows
-- belong to, and the column that says to which.
create function audit_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was constant jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now constant jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_ constant jsonb := coalesce(is_now, was);
  before constant jsonb := audit_shown(was, coalesce(is_now, '{}'));
  after constant jsonb := audit_shown(is_now, coalesce(was, '{}'));
  object uuid := row_ ->> 'uuid';
  subject uuid;
  owner_row jsonb := row_;
begin
  if before is null and after is null then
    return null;
  end if;
  if tg_nargs = 2 then
    execute format('select to_jsonb(o) from %I o where id = $1', tg_argv[0]) into owner_row using (row_ ->> tg_argv[1])::bigint;
    object := owner_row ->> 'uuid';
  end if;
  if tg_table_name = 'app_user' then
    subject := audit_pseudonym_of((row_ ->> 'id')::bigint);
    object := subject;
  elsif row_ ? 'user_id' then
    subject := audit_pseudonym_of((row_ ->> 'user_id')::bigint);
    if tg_table_name = 'user_identity' then
      object := subject;
    end if;
  end if;
  perform audit_append(
    case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end, tg_table_name, object, subject,
    (row_ ->> case tg_table_name when 'organisation' then 'id' when 'organisation_link' then 'child_id' else 'organisation_id' end)::bigint,
    coalesce(owner_row ->> 'name', owner_row ->> 'number', owner_row ->> 'email', owner_row ->> 'role_name', owner_row ->> 'role'),
    before, after);
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['organisation', 'calendar', 'site', 'building', 'zone', 'point', 'device', 'gateway', 'delivery_point', 'meter',
                           'register', 'app_user', 'user_role', 'invitation'] loop
    execute format('create trigger audited after insert or update or delete on %I for each row execute function audit_row()', t);
  end loop;
end $$;
-- Its last use is noted at each request.
create trigger audited after insert or delete or update of user_id, name, token_digest, scopes, expires_at, revoked_at on api_token
  for each row execute function audit_row();
create trigger audited after insert or update or delete on user_identity for each row execute function audit_row('app_user', 'user_id');
create trigger audited after insert or update or delete on organisation_link for each row execute function audit_row('organisation', 'child_id');
create trigger audited after insert or update or delete on grafana_login for each row execute function audit_row('organisation', 'organisation_id');
create trigger audited after insert or update or delete on building_floor_area for each row execute function audit_row('building', 'building_id');
create trigger audited after insert or update or delete on device_point for each row execute function audit_row('device', 'device_id');
create trigger audited after insert or update or delete on gas_coefficient for each row execute function audit_row('delivery_point', 'delivery_point_id');
create trigger audited after insert or update or delete on register_point for each row execute function audit_row('register', 'register_id');
create trigger audited after insert or update or delete on register_parameter for each row execute function audit_row('register', 'register_id');

-- What leaves no row behind: sign-ins, and reads of personal data. An object of the kind `app_user` is a person's uuid; who
-- signs in or out is their own object.
-- `acting`: who it was, where the request has no identity yet.
create function audit_note(action text, kind text, object uuid, organisation bigint, after jsonb, acting bigint default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare person app_user;
begin
  if action not in ('read', 'signed_in', 'sign_in_failed', 'signed_out') then
    raise exception 'triggers say what changes' using errcode = 'insufficient_privilege';
  end if;
  if kind = 'app_user' then
    select * into person from app_user
     where uuid = object or object is null and action in ('signed_in', 'signed_out') and id = coalesce(current_user_id(), acting);
    object := audit_pseudonym_of(person.id);
  end if;
  perform audit_append(action, kind, object, case when kind = 'app_user' then object end, organisation, person.name, null, after,
                       coalesce(current_user_id(), acting));
end $$;

-- Who is behind a pseudonym, and a person's pseudonym: for who may read the audit somewhere.
create function audit_person(of_pseudonym uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.uuid, u.name from audit_pseudonym p join app_user u on u.id = p.user_id
   where p.pseudonym = of_pseudonym and may('audit:read') $$;
create function audit_pseudonym_by(person uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.pseudonym from audit_pseudonym p join app_user u on u.id = p.user_id where u.uuid = person and may('audit:read') $$;

-- Row-level security: an organisation's events for who may read its audit, the rest for who may everywhere. What is
-- nobody's to see (seals, pseudonyms, salts) is granted to nobody.
alter table audit_pseudonym enable row level security;
alter table audit_seal enable row level security;
alter table audit_event enable row level security;
alter table audit_content enable row level security;
alter table audit_origin enable row level security;
create policy seen on audit_event for select to gtb_api using (
  organisation_id in (select reached_organisations('audit:read'))
  or organisation_id is null and (select may_everywhere('audit:read')));
create policy seen on audit_content for select to gtb_api using (exists (select from audit_event e where e.id = event_id));
create policy seen on audit_origin for select to gtb_api using (exists (select from audit_event e where e.id = event_id));
grant select on audit_event to gtb_api;
grant select (event_id, name, before, after) on audit_content to gtb_api;
grant select (event_id, ip, via) on audit_origin to gtb_api;

-- A trigger's function too: on a temporary table of one's own it would make events up.
revoke execute on function audit_row(), audit_pseudonym_of(bigint),
  audit_append(text, text, uuid, uuid, bigint, text, jsonb, jsonb, bigint),
  audit_note(text, text, uuid, bigint, jsonb, bigint), audit_person(uuid), audit_pseudonym_by(uuid) from public;
grant execute on function audit_note(text, text, uuid, bigint, jsonb, bigint) to gtb_api, gtb_auth;
grant execute on function audit_person(uuid), audit_pseudonym_by(uuid) to gtb_api;
