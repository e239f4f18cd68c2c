-- The audit's chain of seals, and what may be taken out of it: erased contents of people, events that are old enough.
-- packages/database/src/verify-audit.ts recomputes all of it.

-- The line of an event that its seal hashes.
create function audit_line(e audit_event) returns text language sql immutable as $$
  select jsonb_build_array(e.id, e.uuid, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.service, e.request_id, e.action,
    e.object_kind, e.object, e.subject, e.organisation_id, encode(e.content_digest, 'hex'), encode(e.origin_digest, 'hex'))::text $$;

-- The line of a seal that its hash is of.
create function audit_seal_line(s audit_seal) returns text language sql immutable as $$
  select jsonb_build_array(s.id, encode(s.previous_hash, 'hex'), s.from_id, s.to_id, s.count,
    (extract(epoch from s.newest_at) * 1000000)::bigint, encode(s.events_digest, 'hex'),
    (extract(epoch from s.sealed_at) * 1000000)::bigint)::text $$;

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
  if until is null or until > now() - interval '180 days' then
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

revoke execute on function audit_seal_next(integer), audit_retire(timestamptz, integer), audit_erase(uuid), audit_erase_user() from public;
grant execute on function audit_seal_next(integer), audit_retire(timestamptz, integer) to gtb_jobs;
