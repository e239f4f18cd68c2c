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

-- The line of an event that its seal hashes.
create function audit_line(e audit_event) returns text language sql immutable as $$
  select jsonb_build_array(e.id, e.uuid, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.service, e.request_id, e.action,
    e.object_kind, e.object, e.subject, e.organisation_id, encode(e.content_digest, 'hex'), encode(e.origin_digest, 'hex'))::text $$;

-- The line of a seal that its hash is of.
create function audit_seal_line(s audit_seal) returns text language sql immutable as $$
  select jsonb_build_array(s.id, encode(s.previous_hash, 'hex'), s.from_id, s.to_id, s.count,
    (extract(epoch from s.newest_at) * 1000000)::bigint, encode(s.events_digest, 'hex'),
    (extract(epoch from s.sealed_at) * 1000000)::bigint)::text $$;

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

-- Seals up to `most` committed events that no seal has yet. Null: there is none. An event whose transaction commits late
-- is not seen here, and falls to a later seal.
create function audit_seal_next(most integer) returns audit_seal
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sealed audit_seal;
  ids bigint[];
begin
  lock table audit_seal in exclusive mode;
  select id + 1, hash into sealed.id, sealed.previous_hash from audit_seal order by id desc limit 1;
  sealed.id := coalesce(sealed.id, 1);
  sealed.previous_hash := coalesce(sealed.previous_hash, sha256(''));
  ids := array(select id from audit_event where seal is null order by id limit most);
  select min(e.id), max(e.id), count(*), max(e.at), sha256(convert_to(string_agg(audit_line(e), e'\n' order by e.id), 'UTF8'))
    into sealed.from_id, sealed.to_id, sealed.count, sealed.newest_at, sealed.events_digest
    from audit_event e where e.id = any (ids);
  if sealed.count = 0 then
    return null;
  end if;
  sealed.sealed_at := clock_timestamp();
  sealed.hash := sha256(convert_to(audit_seal_line(sealed), 'UTF8'));
  insert into audit_seal select sealed.*;
  update audit_event set seal = sealed.id where id = any (ids);
  return sealed;
end $$;

-- Deletes whole sealed batches, from the oldest on, all of whose events are older than `until`, at most `most` of them.
-- An event says up to which seal: verification knows from it that nobody else deleted them. Returns how many events went.
create function audit_retire(until timestamptz, most integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  through bigint;
  gone bigint;
begin
  if until > now() - interval '180 days' then
    raise exception 'events of the last 180 days are kept' using errcode = 'invalid_parameter_value';
  end if;
  lock table audit_seal in exclusive mode;
  with oldest as (
    select s.id, s.newest_at from audit_seal s
     where s.id >= (select min(seal) from audit_event where seal is not null) order by s.id limit most)
  select max(id) into through from oldest
   where id < coalesce((select min(id) from oldest where newest_at >= until), 9223372036854775807);
  if through is null then
    return 0;
  end if;
  delete from audit_event where seal <= through;
  get diagnostics gone = row_count;
  perform audit_append('removed', 'audit_event', null, null, null, null, null,
                       jsonb_build_object('throughSeal', through, 'events', gone, 'until', until));
  return gone;
end $$;

-- Forgets a person, by their uuid: what was before and after where it is about them, from where they did anything, and
-- whose their pseudonym was. An event says what went, so that verification knows that nobody else took it away.
create function audit_erase(person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid;
  about bigint[];
  contents int8multirange;
  origins int8multirange;
begin
  select p.pseudonym into who from audit_pseudonym p join app_user u on u.id = p.user_id where u.uuid = person for update of p;
  if who is null then
    return;
  end if;
  select array_agg(id) into about from audit_event where subject = who;
  -- Invitations know people by their address only: by all that theirs ever were.
  with address as (
    select a.email from audit_content c cross join lateral (values (c.before ->> 'email'), (c.after ->> 'email')) a (email)
     where c.event_id = any (about) and a.email is not null
    union select email from app_user where uuid = person),
  invited as (
    select distinct e.object from audit_event e join audit_content c on c.event_id = e.id
     where e.object_kind = 'invitation' and coalesce(c.after ->> 'email', c.before ->> 'email') in (select email from address)),
  gone as (
    delete from audit_content
     where event_id = any (about)
        or event_id in (select id from audit_event where object_kind = 'invitation' and object in (select object from invited))
    returning event_id)
  select range_agg(int8range(event_id, event_id, '[]')) into contents from gone;
  with gone as (
    delete from audit_origin where event_id in (select id from audit_event where actor = who or subject = who and actor is null) returning event_id)
  select range_agg(int8range(event_id, event_id, '[]')) into origins from gone;
  if person = (select uuid from app_user where id = current_user_id()) then
    perform set_config('gtb.ip', '', true), set_config('gtb.via', '', true);
  end if;
  perform audit_append('removed', 'audit_content', null, null, null, null, null,
                       jsonb_build_object('contents', coalesce(contents, '{}'), 'origins', coalesce(origins, '{}')));
  delete from audit_pseudonym where pseudonym = who;
end $$;

-- A rule in the database, so that no way of erasing a person can forget it.
create function audit_erase_user() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform audit_erase(new.uuid);
  return null;
end $$;
create trigger forgotten_by_audit after update of erased_at on app_user for each row
  when (old.erased_at is null and new.erased_at is not null) execute function audit_erase_user();

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

revoke execute on function audit_pseudonym_of(bigint), audit_append(text, text, uuid, uuid, bigint, text, jsonb, jsonb, bigint),
  audit_note(text, text, uuid, bigint, jsonb, bigint), audit_seal_next(integer), audit_retire(timestamptz, integer), audit_erase(uuid),
  audit_person(uuid), audit_pseudonym_by(uuid) from public;
grant execute on function audit_note(text, text, uuid, bigint, jsonb, bigint) to gtb_api, gtb_auth;
grant execute on function audit_seal_next(integer), audit_retire(timestamptz, integer) to gtb_jobs;
grant execute on function audit_person(uuid), audit_pseudonym_by(uuid) to gtb_api;
