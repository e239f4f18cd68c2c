-- The schema after all migrations, for reviewers. Written by: npm run schema:write -w @gtb/database

CREATE SCHEMA reporting;

CREATE FUNCTION public.current_user_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select nullif(current_setting('gtb.user_id', true), '')::bigint $$;

CREATE FUNCTION public.audit_append(action text, kind text, object uuid, subject uuid, organisation bigint, name text, before jsonb, after jsonb, acting bigint DEFAULT public.current_user_id()) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.audit_contract_price() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  was constant jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now constant jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_ constant jsonb := coalesce(is_now, was);
  object constant uuid := (select k.uuid from contract_version v join contract k on k.id = v.contract_id
                            where v.id = (row_ ->> 'version_id')::bigint);
begin
  perform audit_append(case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end, tg_table_name, object, null,
    (row_ ->> 'organisation_id')::bigint, row_ ->> 'label',
    audit_shown(was, coalesce(is_now, '{}')), audit_shown(is_now, coalesce(was, '{}')));
  return null;
end $$;

CREATE FUNCTION public.audit_digest(salt bytea, content jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$ select sha256(salt || convert_to(content::text, 'UTF8')) $$;

CREATE FUNCTION public.audit_erase(person uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.audit_erase_user() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform audit_erase(new.uuid);
  return null;
end $$;

CREATE TABLE public.audit_event (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor uuid,
    service text NOT NULL,
    request_id text,
    action text NOT NULL,
    object_kind text NOT NULL,
    object uuid,
    subject uuid,
    organisation_id bigint,
    content_digest bytea,
    origin_digest bytea,
    seal bigint,
    CONSTRAINT audit_event_action_check CHECK ((action = ANY (ARRAY['created'::text, 'changed'::text, 'removed'::text, 'read'::text, 'signed_in'::text, 'sign_in_failed'::text, 'signed_out'::text])))
);

CREATE FUNCTION public.audit_line(e public.audit_event) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select jsonb_build_array(e.id, e.uuid, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.service, e.request_id, e.action,
    e.object_kind, e.object, e.subject, e.organisation_id, encode(e.content_digest, 'hex'), encode(e.origin_digest, 'hex'))::text $$;

CREATE FUNCTION public.audit_note(action text, kind text, object uuid, organisation bigint, after jsonb, acting bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.audit_person(of_pseudonym uuid) RETURNS TABLE(id uuid, name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select u.uuid, u.name from audit_pseudonym p join app_user u on u.id = p.user_id
   where p.pseudonym = of_pseudonym and may('audit:read') $$;

CREATE FUNCTION public.audit_pseudonym_by(person uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select p.pseudonym from audit_pseudonym p join app_user u on u.id = p.user_id where u.uuid = person and may('audit:read') $$;

CREATE FUNCTION public.audit_pseudonym_of(person bigint) RETURNS uuid
    LANGUAGE plpgsql
    AS $$
declare known uuid;
begin
  select pseudonym into known from audit_pseudonym where user_id = person;
  if known is null and person is not null then
    insert into audit_pseudonym (user_id) select id from app_user where id = person and erased_at is null on conflict do nothing;
    select pseudonym into known from audit_pseudonym where user_id = person;
  end if;
  return known;
end $$;

CREATE FUNCTION public.audit_retire(until timestamp with time zone, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.audit_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
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
end $_$;

CREATE TABLE public.audit_seal (
    id bigint NOT NULL,
    previous_hash bytea NOT NULL,
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    count integer NOT NULL,
    newest_at timestamp with time zone NOT NULL,
    events_digest bytea NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_seal_count_check CHECK ((count > 0))
);

CREATE FUNCTION public.audit_seal_line(s public.audit_seal) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
  select jsonb_build_array(s.id, encode(s.previous_hash, 'hex'), s.from_id, s.to_id, s.count,
    (extract(epoch from s.newest_at) * 1000000)::bigint, encode(s.events_digest, 'hex'),
    (extract(epoch from s.sealed_at) * 1000000)::bigint)::text $$;

CREATE FUNCTION public.audit_seal_next(most integer) RETURNS public.audit_seal
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.audit_shown(this_row jsonb, other jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
begin
  return (select jsonb_object_agg(e.key, case when e.value <> 'null' and e.key in ('password_hash', 'totp_secret', 'token_digest', 'csrf_digest')
                                      then '"[hidden]"' else e.value end)
    from jsonb_each(this_row) e
   where e.key not in ('failed_attempts', 'totp_last_step', 'last_used_at')
     and e.value is distinct from other -> e.key);
end $$;

CREATE FUNCTION public.build_walls(tab regclass, seen text, changed text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.could_give(giver bigint, given text, target bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  asking constant text := coalesce(current_setting('gtb.user_id', true), '');
  answer boolean;
begin
  perform set_config('gtb.user_id', giver::text, true);
  answer := may_give(given, target);
  perform set_config('gtb.user_id', asking, true);
  return answer;
end $$;

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

CREATE FUNCTION public.drop_readings_before(wanted timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  dropped_to timestamptz;
begin
  if wanted > now() - interval '730 days' then
    raise exception 'readings of the last two years are kept' using errcode = 'check_violation';
  end if;
  select max(range_end) into dropped_to from timescaledb_information.chunks
   where hypertable_schema = 'public' and hypertable_name = 'reading' and range_end <= wanted;
  if dropped_to is null then return null; end if;
  insert into reading_floor (readings_from) values (dropped_to)
    on conflict (only_one) do update set readings_from = greatest(reading_floor.readings_from, excluded.readings_from);
  perform drop_chunks('reading', older_than => wanted);
  return dropped_to;
end $$;

CREATE FUNCTION public.enqueue_correction() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into job (kind, dedupe_key, priority, organisation_id, payload)
  values ('correct-readings', new.uuid::text, 10, new.organisation_id, jsonb_build_object('correctionId', new.id));
  return null;
end $$;

CREATE FUNCTION public.enqueue_fill() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into job (kind, dedupe_key, priority, organisation_id, payload)
  values ('fill', new.uuid::text, 10, new.organisation_id, jsonb_build_object('requestId', new.id))
  on conflict (kind, dedupe_key) where state = 'queued' do nothing;
  return null;
end $$;

CREATE FUNCTION public.enqueue_import_run() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into job (kind, organisation_id, priority, payload)
  values ('import-file', new.organisation_id, 10, jsonb_build_object('run', new.uuid)) returning id into new.job_id;
  return new;
end $$;

CREATE FUNCTION public.enqueue_mail(mail jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if jsonb_typeof(mail) is distinct from 'object'
     or not mail ?& array['template', 'to', 'locale', 'data'] or octet_length(mail::text) > 16384 then
    raise exception 'not a mail' using errcode = 'invalid_parameter_value';
  end if;
  insert into job (kind, payload, max_attempts) values ('send-mail', mail, 300);
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

CREATE FUNCTION public.erase_user(target uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  person app_user;
  pseudonym constant text := 'efface-' || left(replace(gen_random_uuid()::text, '-', ''), 12);
begin
  select * into person from app_user where uuid = target and erased_at is null for update;
  if person.id is null or not (person.id = current_user_id() or may_everywhere('user:manage')) then
    return false;
  end if;
  update user_role set valid = tstzrange(lower(valid), now()) where user_id = person.id and valid @> now();
  delete from session where user_id = person.id;
  delete from api_token where user_id = person.id;
  delete from user_identity where user_id = person.id;
  delete from password_reset where user_id = person.id;
  delete from invitation where email = person.email;
  delete from idempotency_key where user_id = person.id;
  delete from job where kind = 'send-mail' and state = 'queued' and lower(payload ->> 'to') = person.email;
  update app_user
     set email = pseudonym || '@invalid', name = pseudonym, password_hash = null, totp_secret = null, totp_confirmed_at = null,
         totp_last_step = null, failed_attempts = 0, locked_until = null,
         disabled_at = coalesce(disabled_at, now()), erased_at = now()
   where id = person.id;
  return true;
end $$;

CREATE FUNCTION public.export_user(target uuid) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select jsonb_build_object(
    'account', jsonb_build_object('id', u.uuid, 'email', u.email, 'name', u.name, 'locale', u.locale,
      'hasPassword', u.password_hash is not null, 'secondFactorSince', u.totp_confirmed_at,
      'failedAttempts', u.failed_attempts, 'lockedUntil', u.locked_until,
      'createdAt', u.created_at, 'disabledAt', u.disabled_at),
    'identities', (select coalesce(jsonb_agg(jsonb_build_object('issuer', i.issuer, 'subject', i.subject, 'since', i.created_at)
        order by i.id), '[]') from user_identity i where i.user_id = u.id),
    'roles', (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'organisation', o.name,
        'buildings', (select jsonb_agg(b.name order by b.name) from building b where b.id = any (r.building_ids)),
        'from', lower(r.valid), 'until', upper(r.valid), 'fromProvider', r.from_provider) order by r.id), '[]')
      from user_role r join organisation o on o.id = r.organisation_id
     where r.user_id = u.id and (own or r.organisation_id in (select reached_organisations('user:manage')))),
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('since', s.created_at, 'lastSeenAt', s.last_seen_at,
        'expiresAt', s.expires_at, 'ip', host(s.ip), 'userAgent', s.user_agent) order by s.id), '[]')
      from session s where s.user_id = u.id),
    'apiTokens', (select coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'hint', t.hint, 'scopes', t.scopes,
        'createdAt', t.created_at, 'expiresAt', t.expires_at, 'lastUsedAt', t.last_used_at, 'revokedAt', t.revoked_at)
        order by t.id), '[]') from api_token t where t.user_id = u.id),
    'passwordResets', (select coalesce(jsonb_agg(jsonb_build_object('askedAt', p.created_at, 'usedAt', p.used_at)
        order by p.created_at), '[]') from password_reset p where p.user_id = u.id),
    'invitations', (select coalesce(jsonb_agg(jsonb_build_object('email', v.email, 'sentByThem', v.invited_by is not distinct from u.id,
        'role', v.role, 'organisation', o.name, 'createdAt', v.created_at, 'acceptedAt', v.accepted_at) order by v.id), '[]')
      from invitation v join organisation o on o.id = v.organisation_id
     where (v.email = u.email or v.invited_by = u.id)
       and (own or v.organisation_id in (select reached_organisations('user:manage')))),
    'audit', (select coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'doneByThem', e.actor = p.pseudonym, 'action', e.action,
        'kind', e.object_kind, 'object', c.name, 'ip', f.ip, 'via', f.via) order by e.id), '[]')
      from audit_pseudonym p
      join audit_event e on p.pseudonym in (e.actor, e.subject)
      left join audit_content c on c.event_id = e.id
      left join audit_origin f on f.event_id = e.id and e.actor = p.pseudonym
     where p.user_id = u.id and own))
    from app_user u cross join lateral (select u.id = current_user_id() as own) w
   where u.uuid = target and u.erased_at is null and (own or may_manage_user(u.id)) $$;

CREATE FUNCTION public.fetch_station_weather() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into job (kind, dedupe_key, organisation_id, payload)
  values ('fetch-weather', new.id::text, new.organisation_id, jsonb_build_object('stationId', new.id))
  on conflict (kind, dedupe_key) where state = 'queued' do nothing;
  return null;
end $$;

CREATE FUNCTION public.forget_idempotency_keys() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  delete from idempotency_key where user_id = new.id;
  return null;
end $$;

CREATE FUNCTION public.forget_mail() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.payload := '{}';
  return new;
end $$;

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
  select g.organisation_id, null, case when asked = 'network:read' then 'platform' else 'own' end
    from grafana_login g join organisation o on o.id = g.organisation_id
   where g.role_name = session_user
     and (asked in ('data:read', 'organisation:read') or asked = 'network:read' and o.kind = 'agency') $$;

CREATE FUNCTION public.import_station_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into job (uuid, kind, organisation_id, payload)
  select uuid, 'import-temperatures', organisation_id, jsonb_build_object('fileId', id) from station_file where id = new.file_id;
  return null;
end $$;

CREATE FUNCTION public.in_scope(action text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
  select coalesce(action = any (string_to_array(nullif(current_setting('gtb.scopes', true), ''), ',')), true) $$;

CREATE FUNCTION public.keep_station_day() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into station_day_history values
    (old.station_id, old.day, old.min_c, old.max_c, old.mean_c, tstzrange(old.known_since, greatest(old.known_since, now()), '[]'));
  return null;
end $$;

CREATE FUNCTION public.keep_station_temperature() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into station_temperature_history values
    (old.station_id, old.hour, old.temperature_c, old.min_c, old.max_c, old.source_kind, tstzrange(old.known_since, greatest(old.known_since, now()), '[]'));
  return null;
end $$;

CREATE FUNCTION public.may(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select exists (select from granted(asked)) $$;

CREATE FUNCTION public.may_consent_for(child bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select may_everywhere('organisation:manage') or child in (select g.organisation_id from granted('user:manage') g) $$;

CREATE FUNCTION public.may_everywhere(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ select exists (select from granted(asked) where reach = 'platform') $$;

CREATE FUNCTION public.may_give(given text, target bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select (may_everywhere('user:manage') or target in (select g.organisation_id from granted('user:manage') g))
     and not exists (
       select from role_permission p
        where p.role = given
          and not case when p.reach = 'platform' then may_everywhere(p.action)
                       else may_everywhere('user:manage') or target in (select reached_organisations(p.action)) end) $$;

CREATE FUNCTION public.may_manage_user(target bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select (may_everywhere('user:manage')
          or exists (select from user_role r where r.user_id = target and r.valid @> now()))
     and not exists (select from user_role r
                      where r.user_id = target and r.valid @> now() and not may_give(r.role, r.organisation_id)) $$;

CREATE FUNCTION public.new_devices_stand() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into standing_device (dev_eui, device_id)
  select distinct on (dev_eui) dev_eui, id from new_rows order by dev_eui, id
  on conflict do nothing;
  return null;
end $$;

CREATE FUNCTION public.next_devices_stand(euis text[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  with risen as (
    insert into standing_device (dev_eui, device_id)
    select distinct on (dev_eui) dev_eui, id from device where dev_eui = any (euis) order by dev_eui, id
    on conflict do nothing returning device_id)
  insert into job (kind, dedupe_key, organisation_id, payload)
  select 'decode-again', d.id::text, d.organisation_id, jsonb_build_object('deviceId', d.id, 'pointIds',
           (select coalesce(jsonb_agg(distinct a.point_id), '[]') from device_point a where a.device_id = d.id))
    from risen join device d on d.id = risen.device_id
  on conflict (kind, dedupe_key) where state = 'queued' do nothing $$;

CREATE FUNCTION public.number_exchanged_meter() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  update meter m set serial_number = new.serial_number from register r
   where r.id = new.register_id and m.id = r.meter_id and m.serial_number is distinct from new.serial_number
     and not exists (select from register_event later where later.register_id = new.register_id and later.kind = 'exchange'
                        and upper_inf(later.known) and later.at > new.at);
  return null;
end $$;

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

CREATE FUNCTION public.recompute_after_counted_registers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform enqueue_recompute(array_agg(f.register_id), array_agg(f.valid))
     from formula_input i join register_formula f on f.id = i.formula_id and upper_inf(f.known)
    where i.input_meter_id = new.meter_id or tg_op = 'UPDATE' and i.input_meter_id = old.meter_id;
  return null;
end $$;

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

CREATE FUNCTION public.recompute_after_parameter_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  said register_parameter := case when tg_op = 'INSERT' then new else old end;
  same tstzmultirange;
begin
  select coalesce(range_agg(p.valid), '{}') into same from register_parameter p
   where p.register_id = said.register_id and p.id <> said.id and not isempty(p.valid)
     and (p.wraps_at, p.unit_per_count, p.ct_ratio, p.max_per_hour)
         is not distinct from (said.wraps_at, said.unit_per_count, said.ct_ratio, said.max_per_hour)
     and case when tg_op = 'INSERT' then upper(p.known) = lower(said.known) else upper_inf(p.known) end;
  perform enqueue_recompute(array[said.register_id], array[range_merge(tstzmultirange(said.valid) - same)]);
  if tg_op = 'UPDATE' and upper_inf(new.known) then
    perform enqueue_recompute(array[new.register_id], array[new.valid]);
  end if;
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

CREATE FUNCTION public.recompute_after_register_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare row_ register_event := coalesce(new, old);
begin
  perform enqueue_recompute(array[row_.register_id], array[tstzrange(row_.at, row_.at, '[]')]);
  if tg_op = 'UPDATE' then
    perform enqueue_recompute(array[old.register_id], array[tstzrange(old.at, old.at, '[]')]);
  end if;
  return null;
end $$;

CREATE FUNCTION public.recompute_after_register_point_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if tg_op = 'UPDATE' and (old.register_id, old.point_id) = (new.register_id, new.point_id) then
    perform enqueue_recompute(array[new.register_id], array[range_merge(
      (tstzmultirange(old.valid) - tstzmultirange(new.valid)) + (tstzmultirange(new.valid) - tstzmultirange(old.valid)))]);
    return null;
  end if;
  if tg_op <> 'DELETE' then perform enqueue_recompute(array[new.register_id], array[new.valid]); end if;
  if tg_op <> 'INSERT' then perform enqueue_recompute(array[old.register_id], array[old.valid]); end if;
  return null;
end $$;

CREATE FUNCTION public.recompute_after_time_zone() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform enqueue_recompute(array_agg(r.id), array_agg(tstzrange(null, null)))
     from meter m join register r on r.meter_id = m.id where m.building_id = new.id;
  return null;
end $$;

CREATE FUNCTION public.recompute_station() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  insert into job (kind, dedupe_key, organisation_id, payload)
  select 'recompute-station', s.id::text, s.organisation_id, jsonb_build_object('stationId', s.id)
    from station s where s.id = coalesce(new.station_id, old.station_id)
  on conflict (kind, dedupe_key) where state = 'queued' do nothing;
  return null;
end $$;

CREATE FUNCTION public.refuse_formula_cycle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.refuse_meter_cycle() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.removed_devices_stand_no_more() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  delete from standing_device where device_id in (select id from old_rows);
  perform next_devices_stand(array(select dev_eui from old_rows));
  return null;
end $$;

CREATE FUNCTION public.renamed_device_stands() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  delete from standing_device where device_id = new.id;
  perform next_devices_stand(array[old.dev_eui, new.dev_eui]);
  return null;
end $$;

CREATE FUNCTION public.set_user_disabled(target uuid, disable boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare person bigint;
begin
  select id into person from app_user where uuid = target and erased_at is null for update;
  if person is null or person = current_user_id() or not may_manage_user(person) then
    return false;
  end if;
  update app_user set disabled_at = case when disable then coalesce(disabled_at, now()) end where id = person;
  if disable then
    delete from session where user_id = person;
    update api_token set revoked_at = now() where user_id = person and revoked_at is null;
    update password_reset set used_at = now() where user_id = person and used_at is null;
  end if;
  return true;
end $$;

CREATE FUNCTION public.withdraw_tokens_made_with() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update api_token set revoked_at = new.revoked_at where made_with = new.id and revoked_at is null;
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
    made_with bigint,
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
    demonstrator boolean DEFAULT false NOT NULL,
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

CREATE TABLE public.audit_content (
    event_id bigint NOT NULL,
    salt bytea NOT NULL,
    name text,
    before jsonb,
    after jsonb
);

ALTER TABLE public.audit_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_origin (
    event_id bigint NOT NULL,
    salt bytea NOT NULL,
    ip text,
    via text
);

CREATE TABLE public.audit_pseudonym (
    user_id bigint NOT NULL,
    pseudonym uuid DEFAULT gen_random_uuid() NOT NULL
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

CREATE TABLE public.building_station (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    building_id bigint NOT NULL,
    station_id bigint NOT NULL,
    valid daterange DEFAULT daterange('-infinity'::date, NULL::date) NOT NULL,
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT building_station_valid_check CHECK ((NOT isempty(valid)))
);

ALTER TABLE public.building_station ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.building_station_id_seq
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
    known_since timestamp with time zone DEFAULT now() NOT NULL,
    reasons smallint DEFAULT 0 NOT NULL
);

CREATE TABLE public.consumption_day (
    register_id bigint NOT NULL,
    day date NOT NULL,
    native double precision,
    energy_kwh double precision,
    measured_hours real NOT NULL,
    estimated_hours real NOT NULL,
    day_hours real NOT NULL,
    reasons smallint DEFAULT 0 NOT NULL
);

CREATE TABLE public.consumption_fill (
    register_id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    native double precision NOT NULL,
    request_id bigint NOT NULL
);

CREATE TABLE public.consumption_fill_request (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    register_id bigint NOT NULL,
    from_time timestamp with time zone NOT NULL,
    to_time timestamp with time zone NOT NULL,
    method text NOT NULL,
    reason text NOT NULL,
    requested_by bigint DEFAULT public.current_user_id(),
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT consumption_fill_request_check CHECK ((from_time < to_time)),
    CONSTRAINT consumption_fill_request_method_check CHECK ((method = 'same-hours'::text))
);

ALTER TABLE public.consumption_fill_request ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consumption_fill_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
    reason text NOT NULL,
    reasons smallint DEFAULT 0 NOT NULL
);

CREATE TABLE public.consumption_month (
    register_id bigint NOT NULL,
    month date NOT NULL,
    native double precision,
    energy_kwh double precision,
    measured_hours real NOT NULL,
    estimated_hours real NOT NULL,
    month_hours real NOT NULL,
    reasons smallint DEFAULT 0 NOT NULL,
    CONSTRAINT consumption_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.contract (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    delivery_point_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.contract ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contract_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contract_price (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    version_id bigint NOT NULL,
    label text NOT NULL,
    kind text NOT NULL,
    tariff_class text,
    amount numeric NOT NULL,
    is_tax boolean DEFAULT false NOT NULL,
    vat_percent numeric NOT NULL,
    valid daterange NOT NULL,
    CONSTRAINT contract_price_amount_check CHECK (((amount >= ('-1000000'::integer)::numeric) AND (amount <= (1000000)::numeric))),
    CONSTRAINT contract_price_check CHECK (((tariff_class IS NULL) OR (kind = ANY (ARRAY['per_kwh'::text, 'per_native_unit'::text])))),
    CONSTRAINT contract_price_kind_check CHECK ((kind = ANY (ARRAY['per_kwh'::text, 'per_native_unit'::text, 'per_kva_year'::text, 'per_day'::text, 'per_month'::text, 'per_year'::text]))),
    CONSTRAINT contract_price_valid_check CHECK ((NOT isempty(valid))),
    CONSTRAINT contract_price_vat_percent_check CHECK (((vat_percent >= (0)::numeric) AND (vat_percent <= (100)::numeric)))
);

ALTER TABLE public.contract_price ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contract_price_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contract_version (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    contract_id bigint NOT NULL,
    delivery_point_id bigint NOT NULL,
    supplier text NOT NULL,
    reference text,
    preset text,
    currency text DEFAULT 'EUR'::text NOT NULL,
    subscribed_power_kva double precision,
    schedule jsonb,
    valid daterange NOT NULL,
    made_by bigint DEFAULT public.current_user_id(),
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT contract_version_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT contract_version_schedule_check CHECK ((jsonb_typeof(schedule) = 'object'::text)),
    CONSTRAINT contract_version_subscribed_power_kva_check CHECK (((subscribed_power_kva > (0)::double precision) AND (subscribed_power_kva < 'Infinity'::double precision))),
    CONSTRAINT contract_version_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

ALTER TABLE public.contract_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.contract_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.correction (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    point_id bigint NOT NULL,
    kind text NOT NULL,
    from_time timestamp with time zone NOT NULL,
    to_time timestamp with time zone NOT NULL,
    value double precision,
    reason text NOT NULL,
    made_by bigint DEFAULT public.current_user_id(),
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_at timestamp with time zone,
    reading_count integer,
    CONSTRAINT correction_check CHECK ((from_time <= to_time)),
    CONSTRAINT correction_check1 CHECK (((kind = 'set'::text) = (value IS NOT NULL))),
    CONSTRAINT correction_check2 CHECK (((kind <> 'set'::text) OR (from_time = to_time))),
    CONSTRAINT correction_kind_check CHECK ((kind = ANY (ARRAY['set'::text, 'void'::text, 'restore'::text]))),
    CONSTRAINT correction_value_check CHECK ((value <> ALL (ARRAY['NaN'::double precision, 'Infinity'::double precision, '-Infinity'::double precision])))
);

ALTER TABLE public.correction ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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

CREATE TABLE public.energy_factor (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint,
    kind text NOT NULL,
    energy text NOT NULL,
    end_use text,
    value double precision NOT NULL,
    basis text NOT NULL,
    year integer NOT NULL,
    source text NOT NULL,
    valid daterange NOT NULL,
    made_by bigint DEFAULT public.current_user_id(),
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT energy_factor_basis_check CHECK ((basis = ANY (ARRAY['pci'::text, 'pcs'::text, 'final'::text]))),
    CONSTRAINT energy_factor_check CHECK (((kind <> 'pcs_per_pci'::text) OR ((value >= (1)::double precision) AND (end_use IS NULL)))),
    CONSTRAINT energy_factor_end_use_check CHECK ((end_use = ANY (ARRAY['heating'::text, 'hot_water'::text, 'cooling'::text, 'ventilation'::text, 'lighting'::text, 'cooking'::text, 'sockets'::text, 'it'::text, 'pool'::text, 'charging'::text, 'production'::text, 'other'::text]))),
    CONSTRAINT energy_factor_energy_check CHECK ((energy = ANY (ARRAY['electricity'::text, 'gas'::text, 'heat'::text, 'fuel_oil'::text, 'wood'::text]))),
    CONSTRAINT energy_factor_kind_check CHECK ((kind = ANY (ARRAY['co2e'::text, 'primary_energy'::text, 'pcs_per_pci'::text]))),
    CONSTRAINT energy_factor_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid)))),
    CONSTRAINT energy_factor_valid_check1 CHECK (((EXTRACT(day FROM lower(valid)) = (1)::numeric) AND (upper_inf(valid) OR (EXTRACT(day FROM upper(valid)) = (1)::numeric)))),
    CONSTRAINT energy_factor_value_check CHECK (((value >= (0)::double precision) AND (value < (1000)::double precision))),
    CONSTRAINT energy_factor_year_check CHECK (((year >= 1990) AND (year <= 2100)))
);

ALTER TABLE public.energy_factor ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.energy_factor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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

CREATE TABLE public.formula_input (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    formula_id bigint NOT NULL,
    input_register_id bigint,
    input_meter_id bigint,
    direction text DEFAULT 'import'::text NOT NULL,
    CONSTRAINT formula_input_check CHECK ((num_nonnulls(input_register_id, input_meter_id) = 1)),
    CONSTRAINT formula_input_direction_check CHECK ((direction = ANY (ARRAY['import'::text, 'export'::text])))
);

ALTER TABLE public.formula_input ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.formula_input_id_seq
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

CREATE TABLE public.idempotency_key (
    user_id bigint NOT NULL,
    key text NOT NULL,
    route text NOT NULL,
    body_digest bytea NOT NULL,
    status smallint,
    reply text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

CREATE TABLE public.import_file (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    bytes bigint NOT NULL,
    created_by bigint DEFAULT public.current_user_id(),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    pruned_at timestamp with time zone,
    CONSTRAINT import_file_bytes_check CHECK ((bytes > 0))
);

CREATE TABLE public.import_file_chunk (
    organisation_id bigint NOT NULL,
    import_file_id bigint NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT import_file_chunk_number_check CHECK ((number >= 0))
);
ALTER TABLE ONLY public.import_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE public.import_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.import_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.import_mapping (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    mapping jsonb NOT NULL,
    CONSTRAINT import_mapping_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text))
);

ALTER TABLE public.import_mapping ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.import_mapping_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.import_refusal (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    import_run_id bigint NOT NULL,
    line bigint NOT NULL,
    column_name text,
    reason text NOT NULL
);

ALTER TABLE public.import_refusal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.import_refusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.import_run (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    import_file_id bigint NOT NULL,
    kind text NOT NULL,
    mapping jsonb,
    job_id bigint,
    requested_by bigint DEFAULT public.current_user_id(),
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    lines bigint DEFAULT 0 NOT NULL,
    refused bigint DEFAULT 0 NOT NULL,
    inserted bigint DEFAULT 0 NOT NULL,
    superseded bigint DEFAULT 0 NOT NULL,
    unchanged bigint DEFAULT 0 NOT NULL,
    finished_at timestamp with time zone,
    error text,
    CONSTRAINT import_run_check CHECK (((kind = 'undo'::text) = (mapping IS NULL))),
    CONSTRAINT import_run_kind_check CHECK ((kind = ANY (ARRAY['check'::text, 'import'::text, 'undo'::text]))),
    CONSTRAINT import_run_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text))
);

ALTER TABLE public.import_run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.import_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.import_run_target (
    organisation_id bigint NOT NULL,
    import_run_id bigint NOT NULL,
    point_id bigint NOT NULL,
    register_id bigint,
    readings bigint NOT NULL,
    from_time timestamp with time zone NOT NULL,
    to_time timestamp with time zone NOT NULL,
    "least" double precision NOT NULL,
    "greatest" double precision NOT NULL,
    sum double precision NOT NULL,
    gaps bigint NOT NULL
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

CREATE TABLE public.invoice (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    delivery_point_id bigint NOT NULL,
    number text NOT NULL,
    issued_on date NOT NULL,
    period daterange,
    kind text NOT NULL,
    energy_kwh double precision,
    native double precision,
    currency text DEFAULT 'EUR'::text NOT NULL,
    amount_excl_tax numeric(14,2),
    amount_incl_tax numeric(14,2),
    lines jsonb DEFAULT '[]'::jsonb NOT NULL,
    document text,
    source text DEFAULT 'typed'::text NOT NULL,
    recorded_by bigint DEFAULT public.current_user_id(),
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT invoice_energy_kwh_check CHECK (((energy_kwh > '-Infinity'::double precision) AND (energy_kwh < 'Infinity'::double precision))),
    CONSTRAINT invoice_kind_check CHECK ((kind = ANY (ARRAY['actual'::text, 'estimated'::text, 'credit'::text]))),
    CONSTRAINT invoice_lines_check CHECK ((jsonb_typeof(lines) = 'array'::text)),
    CONSTRAINT invoice_native_check CHECK (((native > '-Infinity'::double precision) AND (native < 'Infinity'::double precision))),
    CONSTRAINT invoice_period_check CHECK (((period IS NULL) OR ((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period))))),
    CONSTRAINT invoice_source_check CHECK ((source = ANY (ARRAY['typed'::text, 'import'::text, 'simulated'::text])))
);

ALTER TABLE public.invoice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invoice_id_seq
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
    end_use text,
    counted boolean DEFAULT true NOT NULL,
    CONSTRAINT meter_check CHECK ((parent_meter_id <> id)),
    CONSTRAINT meter_end_use_check CHECK ((end_use = ANY (ARRAY['heating'::text, 'hot_water'::text, 'cooling'::text, 'ventilation'::text, 'lighting'::text, 'cooking'::text, 'sockets'::text, 'it'::text, 'pool'::text, 'charging'::text, 'production'::text, 'other'::text]))),
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
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
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

CREATE TABLE public.reading_floor (
    only_one boolean DEFAULT true NOT NULL,
    readings_from timestamp with time zone NOT NULL,
    CONSTRAINT reading_floor_only_one_check CHECK (only_one)
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
    counted boolean DEFAULT true NOT NULL,
    CONSTRAINT register_direction_check CHECK ((direction = ANY (ARRAY['import'::text, 'export'::text]))),
    CONSTRAINT register_kind_check CHECK ((kind = ANY (ARRAY['index'::text, 'interval'::text, 'power'::text, 'virtual'::text]))),
    CONSTRAINT register_quantity_check CHECK ((quantity = ANY (ARRAY['active-energy'::text, 'thermal-energy'::text, 'volume'::text])))
);

CREATE TABLE public.register_break (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    register_id bigint NOT NULL,
    from_time timestamp with time zone NOT NULL,
    from_value double precision NOT NULL,
    to_time timestamp with time zone NOT NULL,
    to_value double precision NOT NULL,
    found_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.register_break ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.register_break_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.register_formula (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    register_id bigint NOT NULL,
    expression jsonb NOT NULL,
    valid tstzrange DEFAULT tstzrange('-infinity'::timestamp with time zone, NULL::timestamp with time zone) NOT NULL,
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT register_formula_expression_check CHECK ((jsonb_typeof(expression) = 'object'::text)),
    CONSTRAINT register_formula_valid_check CHECK ((NOT isempty(valid))),
    CONSTRAINT register_formula_valid_check1 CHECK ((((EXTRACT(minute FROM lower(valid)) = (0)::numeric) AND (EXTRACT(second FROM lower(valid)) = (0)::numeric)) OR (lower(valid) = '-infinity'::timestamp with time zone) OR lower_inf(valid)))
);

CREATE VIEW public.register_dependency WITH (security_invoker='true') AS
 SELECT f.register_id,
    COALESCE(i.input_register_id, r.id) AS input_register_id
   FROM ((public.register_formula f
     JOIN public.formula_input i ON ((i.formula_id = f.id)))
     LEFT JOIN public.register r ON (((r.meter_id = i.input_meter_id) AND (r.direction = i.direction) AND r.counted AND (r.id <> f.register_id))))
  WHERE (upper_inf(f.known) AND (COALESCE(i.input_register_id, r.id) IS NOT NULL));

CREATE TABLE public.register_event (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint NOT NULL,
    register_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    last_value double precision,
    first_value double precision,
    serial_number text,
    note text,
    recorded_by bigint DEFAULT public.current_user_id(),
    known tstzrange DEFAULT tstzrange(now(), NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT register_event_check CHECK (((kind = 'exchange'::text) OR (serial_number IS NULL))),
    CONSTRAINT register_event_check1 CHECK (((kind <> 'rollover'::text) OR ((last_value IS NULL) AND (first_value IS NULL)))),
    CONSTRAINT register_event_first_value_check CHECK ((first_value <> ALL (ARRAY['NaN'::double precision, 'Infinity'::double precision, '-Infinity'::double precision]))),
    CONSTRAINT register_event_kind_check CHECK ((kind = ANY (ARRAY['exchange'::text, 'reset'::text, 'rollover'::text]))),
    CONSTRAINT register_event_last_value_check CHECK ((last_value <> ALL (ARRAY['NaN'::double precision, 'Infinity'::double precision, '-Infinity'::double precision])))
);

ALTER TABLE public.register_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.register_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.register_formula ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.register_formula_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
    reason text,
    recorded_by bigint DEFAULT public.current_user_id(),
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

CREATE TABLE public.sign_in_flow (
    cookie_digest bytea NOT NULL,
    state text NOT NULL,
    nonce text NOT NULL,
    code_verifier text NOT NULL,
    next_path text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_flow_next_path_check CHECK (((next_path ~~ '/%'::text) AND (next_path !~~ '//%'::text)))
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

CREATE TABLE public.standing_device (
    dev_eui text NOT NULL,
    device_id bigint NOT NULL
);

CREATE TABLE public.station (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint,
    code text NOT NULL,
    name text NOT NULL,
    latitude double precision,
    longitude double precision,
    kind text NOT NULL,
    source text NOT NULL,
    time_zone text DEFAULT 'Europe/Paris'::text NOT NULL,
    CONSTRAINT station_check CHECK (((kind <> 'sensor'::text) OR (organisation_id IS NOT NULL))),
    CONSTRAINT station_check1 CHECK (((kind <> 'open_meteo'::text) OR ((latitude IS NOT NULL) AND (longitude IS NOT NULL)))),
    CONSTRAINT station_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'sensor'::text, 'open_meteo'::text]))),
    CONSTRAINT station_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
    CONSTRAINT station_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
);

CREATE TABLE public.station_day (
    station_id bigint NOT NULL,
    day date NOT NULL,
    min_c real NOT NULL,
    max_c real NOT NULL,
    mean_c real NOT NULL,
    hours smallint NOT NULL,
    day_hours smallint NOT NULL,
    given boolean NOT NULL,
    source_kind text NOT NULL,
    known_since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT station_day_check CHECK ((min_c <= max_c)),
    CONSTRAINT station_day_source_kind_check CHECK ((source_kind = ANY (ARRAY['file'::text, 'sensor'::text, 'open_meteo'::text])))
);

CREATE TABLE public.station_day_history (
    station_id bigint NOT NULL,
    day date NOT NULL,
    min_c real NOT NULL,
    max_c real NOT NULL,
    mean_c real NOT NULL,
    known tstzrange NOT NULL
);

CREATE TABLE public.station_file (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    organisation_id bigint,
    station_id bigint NOT NULL,
    name text NOT NULL,
    sent_by bigint DEFAULT public.current_user_id(),
    sent_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.station_file_content (
    file_id bigint NOT NULL,
    content text NOT NULL
);

ALTER TABLE public.station_file ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.station_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.station ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.station_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.station_sensor (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    station_id bigint NOT NULL,
    point_id bigint NOT NULL,
    valid tstzrange DEFAULT tstzrange('-infinity'::timestamp with time zone, NULL::timestamp with time zone) NOT NULL,
    CONSTRAINT station_sensor_valid_check CHECK ((NOT isempty(valid)))
);

ALTER TABLE public.station_sensor ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.station_sensor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.station_temperature (
    station_id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    temperature_c real NOT NULL,
    min_c real NOT NULL,
    max_c real NOT NULL,
    source_kind text NOT NULL,
    known_since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT station_temperature_check CHECK ((min_c <= max_c)),
    CONSTRAINT station_temperature_source_kind_check CHECK ((source_kind = ANY (ARRAY['file'::text, 'sensor'::text, 'open_meteo'::text])))
);

CREATE TABLE public.station_temperature_history (
    station_id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    temperature_c real NOT NULL,
    min_c real NOT NULL,
    max_c real NOT NULL,
    source_kind text NOT NULL,
    known tstzrange NOT NULL
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
    m.building_id,
    m.end_use,
    c.reasons,
    (r.counted AND m.counted AND (m.parent_meter_id IS NULL) AND (r.direction = 'import'::text)) AS counted
   FROM ((public.consumption c
     JOIN public.register r ON ((r.id = c.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)));

ALTER VIEW reporting.consumption OWNER TO gtb_reporting;

CREATE VIEW reporting.consumption_day WITH (security_barrier='true') AS
 SELECT c.register_id,
    c.day,
    c.native,
    c.energy_kwh,
    c.measured_hours,
    c.estimated_hours,
    c.day_hours,
    c.reasons,
    r.direction,
    m.id AS meter_id,
    m.name AS meter,
    m.energy,
    m.parent_meter_id,
    m.building_id,
    m.end_use,
    (r.counted AND m.counted AND (m.parent_meter_id IS NULL) AND (r.direction = 'import'::text)) AS counted
   FROM ((public.consumption_day c
     JOIN public.register r ON ((r.id = c.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)));

ALTER VIEW reporting.consumption_day OWNER TO gtb_reporting;

CREATE VIEW reporting.consumption_month WITH (security_barrier='true') AS
 SELECT c.register_id,
    c.month,
    c.native,
    c.energy_kwh,
    c.measured_hours,
    c.estimated_hours,
    c.month_hours,
    c.reasons,
    r.direction,
    m.id AS meter_id,
    m.name AS meter,
    m.energy,
    m.parent_meter_id,
    m.building_id,
    m.end_use,
    (r.counted AND m.counted AND (m.parent_meter_id IS NULL) AND (r.direction = 'import'::text)) AS counted
   FROM ((public.consumption_month c
     JOIN public.register r ON ((r.id = c.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)));

ALTER VIEW reporting.consumption_month OWNER TO gtb_reporting;

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
   FROM (((public.device d
     JOIN public.device_type t ON ((t.id = d.device_type_id)))
     LEFT JOIN public.standing_device s ON ((s.device_id = d.id)))
     LEFT JOIN public.device_health h ON ((h.dev_eui = s.dev_eui)));

ALTER VIEW reporting.device OWNER TO gtb_reporting;

CREATE VIEW reporting.end_use_day WITH (security_barrier='true') AS
 SELECT m.building_id,
    m.end_use,
    m.energy,
    c.day,
    sum(c.energy_kwh) AS energy_kwh,
    sum(c.native) AS native,
    sum(c.measured_hours) AS measured_hours,
    sum(c.estimated_hours) AS estimated_hours,
    sum(c.day_hours) AS day_hours
   FROM (((public.consumption_day c
     JOIN public.register r ON (((r.id = c.register_id) AND r.counted AND (r.direction = 'import'::text))))
     JOIN public.meter m ON (((m.id = r.meter_id) AND m.counted AND (m.end_use IS NOT NULL))))
     LEFT JOIN public.meter above ON ((above.id = m.parent_meter_id)))
  WHERE (above.end_use IS NULL)
  GROUP BY m.building_id, m.end_use, m.energy, c.day;

ALTER VIEW reporting.end_use_day OWNER TO gtb_reporting;

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
    m.building_id,
    m.end_use,
    (r.counted AND m.counted AND (m.parent_meter_id IS NULL) AND (r.direction = 'import'::text)) AS counted
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
   FROM ((tenant.rejected_measurement m
     LEFT JOIN public.standing_device s ON ((s.dev_eui = m.dev_eui)))
     LEFT JOIN public.device d ON ((d.id = s.device_id)));

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
   FROM ((tenant.uplink u
     LEFT JOIN public.standing_device s ON ((s.dev_eui = u.dev_eui)))
     LEFT JOIN public.device d ON ((d.id = s.device_id)));

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

ALTER TABLE ONLY public.audit_content
    ADD CONSTRAINT audit_content_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_origin
    ADD CONSTRAINT audit_origin_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.audit_pseudonym
    ADD CONSTRAINT audit_pseudonym_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.audit_pseudonym
    ADD CONSTRAINT audit_pseudonym_pseudonym_key UNIQUE (pseudonym);

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.building_floor_area
    ADD CONSTRAINT building_floor_area_building_id_valid_known_excl EXCLUDE USING gist (building_id WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.building_floor_area
    ADD CONSTRAINT building_floor_area_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.building_station
    ADD CONSTRAINT building_station_building_id_valid_known_excl EXCLUDE USING gist (building_id WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.building_station
    ADD CONSTRAINT building_station_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.consumption_day
    ADD CONSTRAINT consumption_day_pkey PRIMARY KEY (register_id, day);

ALTER TABLE ONLY public.consumption_fill
    ADD CONSTRAINT consumption_fill_pkey PRIMARY KEY (register_id, hour);

ALTER TABLE ONLY public.consumption_fill_request
    ADD CONSTRAINT consumption_fill_request_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.consumption_fill_request
    ADD CONSTRAINT consumption_fill_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.consumption_fill_request
    ADD CONSTRAINT consumption_fill_request_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.consumption_month
    ADD CONSTRAINT consumption_month_pkey PRIMARY KEY (register_id, month);

ALTER TABLE ONLY public.consumption
    ADD CONSTRAINT consumption_register_id_hour_key UNIQUE (register_id, hour);

ALTER TABLE ONLY public.contract
    ADD CONSTRAINT contract_organisation_id_delivery_point_id_id_key UNIQUE (organisation_id, delivery_point_id, id);

ALTER TABLE ONLY public.contract
    ADD CONSTRAINT contract_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.contract
    ADD CONSTRAINT contract_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contract_price
    ADD CONSTRAINT contract_price_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contract_price
    ADD CONSTRAINT contract_price_version_id_label_kind_coalesce_valid_excl EXCLUDE USING gist (version_id WITH =, label WITH =, kind WITH =, COALESCE(tariff_class, ''::text) WITH =, valid WITH &&);

ALTER TABLE ONLY public.contract
    ADD CONSTRAINT contract_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.contract_version
    ADD CONSTRAINT contract_version_delivery_point_id_valid_known_excl EXCLUDE USING gist (delivery_point_id WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.contract_version
    ADD CONSTRAINT contract_version_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.contract_version
    ADD CONSTRAINT contract_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_organisation_id_energy_number_key UNIQUE (organisation_id, energy, number);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delivery_point
    ADD CONSTRAINT delivery_point_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_dev_eui_once UNIQUE (organisation_id, dev_eui);

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

ALTER TABLE ONLY public.energy_factor
    ADD CONSTRAINT energy_factor_coalesce_kind_energy_coalesce1_valid_known_excl EXCLUDE USING gist (COALESCE(organisation_id, (0)::bigint) WITH =, kind WITH =, energy WITH =, COALESCE(end_use, ''::text) WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.energy_factor
    ADD CONSTRAINT energy_factor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.energy_factor
    ADD CONSTRAINT energy_factor_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.event_reject
    ADD CONSTRAINT event_reject_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.event_reject
    ADD CONSTRAINT event_reject_source_event_type_event_id_time_key UNIQUE NULLS NOT DISTINCT (source, event_type, event_id, "time");

ALTER TABLE ONLY public.formula_input
    ADD CONSTRAINT formula_input_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (user_id, key);

ALTER TABLE ONLY public.import_file_chunk
    ADD CONSTRAINT import_file_chunk_pkey PRIMARY KEY (import_file_id, number);

ALTER TABLE ONLY public.import_file
    ADD CONSTRAINT import_file_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.import_file
    ADD CONSTRAINT import_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.import_file
    ADD CONSTRAINT import_file_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.import_mapping
    ADD CONSTRAINT import_mapping_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.import_mapping
    ADD CONSTRAINT import_mapping_organisation_id_name_key UNIQUE (organisation_id, name);

ALTER TABLE ONLY public.import_mapping
    ADD CONSTRAINT import_mapping_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.import_mapping
    ADD CONSTRAINT import_mapping_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.import_refusal
    ADD CONSTRAINT import_refusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT import_run_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT import_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.import_run_target
    ADD CONSTRAINT import_run_target_pkey PRIMARY KEY (import_run_id, point_id);

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT import_run_uuid_key UNIQUE (uuid);

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

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_delivery_point_id_number_key UNIQUE (delivery_point_id, number);

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_uuid_key UNIQUE (uuid);

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

ALTER TABLE ONLY public.organisation_link
    ADD CONSTRAINT organisation_link_uuid_key UNIQUE (uuid);

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

ALTER TABLE ONLY public.reading_floor
    ADD CONSTRAINT reading_floor_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_point_id_time_key UNIQUE (point_id, "time");

ALTER TABLE ONLY public.register_break
    ADD CONSTRAINT register_break_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.register_break
    ADD CONSTRAINT register_break_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.register_break
    ADD CONSTRAINT register_break_register_id_to_time_key UNIQUE (register_id, to_time);

ALTER TABLE ONLY public.register_break
    ADD CONSTRAINT register_break_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.register_event
    ADD CONSTRAINT register_event_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.register_event
    ADD CONSTRAINT register_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.register_event
    ADD CONSTRAINT register_event_register_id_at_known_excl EXCLUDE USING gist (register_id WITH =, at WITH =, known WITH &&);

ALTER TABLE ONLY public.register_event
    ADD CONSTRAINT register_event_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.register_formula
    ADD CONSTRAINT register_formula_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.register_formula
    ADD CONSTRAINT register_formula_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.register_formula
    ADD CONSTRAINT register_formula_register_id_valid_known_excl EXCLUDE USING gist (register_id WITH =, valid WITH &&, known WITH &&);

ALTER TABLE ONLY public.register_formula
    ADD CONSTRAINT register_formula_uuid_key UNIQUE (uuid);

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

ALTER TABLE ONLY public.sign_in_flow
    ADD CONSTRAINT sign_in_flow_pkey PRIMARY KEY (cookie_digest);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.stage_cursor
    ADD CONSTRAINT stage_cursor_pkey PRIMARY KEY (stage);

ALTER TABLE ONLY public.standing_device
    ADD CONSTRAINT standing_device_device_id_key UNIQUE (device_id);

ALTER TABLE ONLY public.standing_device
    ADD CONSTRAINT standing_device_pkey PRIMARY KEY (dev_eui);

ALTER TABLE ONLY public.station_day
    ADD CONSTRAINT station_day_pkey PRIMARY KEY (station_id, day);

ALTER TABLE ONLY public.station_file_content
    ADD CONSTRAINT station_file_content_pkey PRIMARY KEY (file_id);

ALTER TABLE ONLY public.station_file
    ADD CONSTRAINT station_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.station_file
    ADD CONSTRAINT station_file_uuid_key UNIQUE (uuid);

ALTER TABLE ONLY public.station
    ADD CONSTRAINT station_organisation_id_code_key UNIQUE NULLS NOT DISTINCT (organisation_id, code);

ALTER TABLE ONLY public.station
    ADD CONSTRAINT station_organisation_id_id_key UNIQUE (organisation_id, id);

ALTER TABLE ONLY public.station
    ADD CONSTRAINT station_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.station_sensor
    ADD CONSTRAINT station_sensor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.station_sensor
    ADD CONSTRAINT station_sensor_station_id_valid_excl EXCLUDE USING gist (station_id WITH =, valid WITH &&);

ALTER TABLE ONLY public.station_temperature
    ADD CONSTRAINT station_temperature_station_id_hour_key UNIQUE (station_id, hour);

ALTER TABLE ONLY public.station
    ADD CONSTRAINT station_uuid_key UNIQUE (uuid);

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

CREATE INDEX api_token_made_with ON public.api_token USING btree (made_with);

CREATE UNIQUE INDEX api_token_name ON public.api_token USING btree (user_id, name) WHERE (revoked_at IS NULL);

CREATE UNIQUE INDEX app_user_email ON public.app_user USING btree (email);

CREATE INDEX audit_event_actor ON public.audit_event USING btree (actor, at, uuid);

CREATE INDEX audit_event_kind ON public.audit_event USING btree (object_kind, at, uuid);

CREATE INDEX audit_event_object ON public.audit_event USING btree (object, at, uuid);

CREATE INDEX audit_event_organisation ON public.audit_event USING btree (organisation_id, at, uuid) WHERE (organisation_id IS NOT NULL);

CREATE INDEX audit_event_platform ON public.audit_event USING btree (at, uuid) WHERE (organisation_id IS NULL);

CREATE INDEX audit_event_recent ON public.audit_event USING btree (at, uuid);

CREATE INDEX audit_event_seal ON public.audit_event USING btree (seal);

CREATE INDEX audit_event_subject ON public.audit_event USING btree (subject, at, uuid);

CREATE INDEX audit_event_unsealed ON public.audit_event USING btree (id) WHERE (seal IS NULL);

CREATE INDEX building_site ON public.building USING btree (organisation_id, site_id);

CREATE INDEX building_station_station ON public.building_station USING btree (station_id);

CREATE INDEX consumption_history_register ON public.consumption_history USING btree (register_id, hour);

CREATE INDEX consumption_month_by_month ON public.consumption_month USING btree (month, register_id);

CREATE INDEX contract_delivery_point ON public.contract USING btree (delivery_point_id);

CREATE INDEX contract_version_contract ON public.contract_version USING btree (contract_id);

CREATE INDEX correction_point ON public.correction USING btree (point_id, from_time);

CREATE INDEX device_building ON public.device USING btree (organisation_id, building_id);

CREATE INDEX device_by_dev_eui ON public.device USING btree (dev_eui, id);

CREATE INDEX event_reject_received ON public.event_reject USING btree (received_at);

CREATE INDEX formula_input_formula ON public.formula_input USING btree (formula_id);

CREATE INDEX formula_input_meter ON public.formula_input USING btree (input_meter_id);

CREATE INDEX formula_input_register ON public.formula_input USING btree (input_register_id);

CREATE INDEX idempotency_key_created ON public.idempotency_key USING btree (created_at);

CREATE INDEX import_file_recent ON public.import_file USING btree (organisation_id, created_at DESC);

CREATE INDEX import_refusal_of_run ON public.import_refusal USING btree (import_run_id, line, id);

CREATE INDEX import_run_of_file ON public.import_run USING btree (import_file_id, id);

CREATE INDEX invitation_email ON public.invitation USING btree (email);

CREATE INDEX invitation_organisation ON public.invitation USING btree (organisation_id);

CREATE UNIQUE INDEX job_dedupe ON public.job USING btree (kind, dedupe_key) WHERE (state = 'queued'::text);

CREATE INDEX job_next ON public.job USING btree (priority DESC, run_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX job_recent ON public.job USING btree (created_at DESC);

CREATE INDEX meter_building ON public.meter USING btree (organisation_id, building_id);

CREATE INDEX meter_by_building ON public.meter USING btree (building_id);

CREATE INDEX organisation_link_child ON public.organisation_link USING btree (child_id);

CREATE INDEX password_reset_user ON public.password_reset USING btree (user_id, created_at);

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

CREATE INDEX sign_in_flow_expires ON public.sign_in_flow USING btree (expires_at);

CREATE INDEX station_day_history_day ON public.station_day_history USING btree (station_id, day);

CREATE INDEX station_sensor_point ON public.station_sensor USING btree (point_id);

CREATE INDEX station_temperature_history_hour ON public.station_temperature_history USING btree (station_id, hour);

CREATE INDEX uplink_device_time ON public.uplink USING btree (dev_eui, "time" DESC);

CREATE INDEX uplink_undecoded ON public.uplink USING btree (received_at) WHERE (outcome = ANY (ARRAY['undecodable'::text, 'encrypted'::text]));

CREATE INDEX uplink_unknown ON public.uplink USING btree (dev_eui, "time") WHERE (outcome = 'unknown_device'::text);

CREATE INDEX user_identity_user ON public.user_identity USING btree (user_id);

CREATE INDEX user_role_organisation ON public.user_role USING btree (organisation_id);

CREATE INDEX user_role_user ON public.user_role USING btree (user_id);

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE OF user_id, name, token_digest, scopes, expires_at, revoked_at ON public.api_token FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.app_user FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.building FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.building_floor_area FOR EACH ROW EXECUTE FUNCTION public.audit_row('building', 'building_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.building_station FOR EACH ROW EXECUTE FUNCTION public.audit_row('building', 'building_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.calendar FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.consumption_fill_request FOR EACH ROW EXECUTE FUNCTION public.audit_row('register', 'register_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.contract FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.contract_price FOR EACH ROW EXECUTE FUNCTION public.audit_contract_price();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.contract_version FOR EACH ROW EXECUTE FUNCTION public.audit_row('contract', 'contract_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE OF kind, from_time, to_time, value, reason ON public.correction FOR EACH ROW EXECUTE FUNCTION public.audit_row('point', 'point_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.delivery_point FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.device FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.device_point FOR EACH ROW EXECUTE FUNCTION public.audit_row('device', 'device_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.energy_factor FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.gas_coefficient FOR EACH ROW EXECUTE FUNCTION public.audit_row('delivery_point', 'delivery_point_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.gateway FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.grafana_login FOR EACH ROW EXECUTE FUNCTION public.audit_row('organisation', 'organisation_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.import_file FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.import_mapping FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE ON public.import_run FOR EACH ROW EXECUTE FUNCTION public.audit_row('import_file', 'import_file_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.invitation FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.invoice FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.meter FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.organisation FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.organisation_link FOR EACH ROW EXECUTE FUNCTION public.audit_row('organisation', 'child_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.point FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.register FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.register_event FOR EACH ROW EXECUTE FUNCTION public.audit_row('register', 'register_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.register_formula FOR EACH ROW EXECUTE FUNCTION public.audit_row('register', 'register_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.register_parameter FOR EACH ROW EXECUTE FUNCTION public.audit_row('register', 'register_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.register_point FOR EACH ROW EXECUTE FUNCTION public.audit_row('register', 'register_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.site FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE OF code, name, latitude, longitude, kind, source, time_zone ON public.station FOR EACH ROW EXECUTE FUNCTION public.audit_row('station', 'id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.station_file FOR EACH ROW EXECUTE FUNCTION public.audit_row('station', 'station_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.station_sensor FOR EACH ROW EXECUTE FUNCTION public.audit_row('station', 'station_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.user_identity FOR EACH ROW EXECUTE FUNCTION public.audit_row('app_user', 'user_id');

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.user_role FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON public.zone FOR EACH ROW EXECUTE FUNCTION public.audit_row();

CREATE TRIGGER building_time_zone_recomputes AFTER UPDATE OF time_zone ON public.building FOR EACH ROW WHEN ((old.time_zone IS DISTINCT FROM new.time_zone)) EXECUTE FUNCTION public.recompute_after_time_zone();

CREATE TRIGGER codec_version_bumps_registry AFTER INSERT OR DELETE OR UPDATE ON public.codec_version FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER correction_is_applied AFTER INSERT ON public.correction FOR EACH ROW EXECUTE FUNCTION public.enqueue_correction();

CREATE TRIGGER device_bumps_registry AFTER INSERT OR DELETE OR UPDATE OF dev_eui, device_type_id ON public.device FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_delete_stands_no_more AFTER DELETE ON public.device REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.removed_devices_stand_no_more();

CREATE TRIGGER device_insert_stands AFTER INSERT ON public.device REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.new_devices_stand();

CREATE TRIGGER device_point_bumps_registry AFTER INSERT OR DELETE OR UPDATE ON public.device_point FOR EACH STATEMENT EXECUTE FUNCTION public.bump_registry_version();

CREATE TRIGGER device_point_delete_decodes_again AFTER DELETE ON public.device_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER device_point_insert_decodes_again AFTER INSERT ON public.device_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER device_point_update_decodes_again AFTER UPDATE ON public.device_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.decode_again_after_assignment();

CREATE TRIGGER device_rename_stands AFTER UPDATE OF dev_eui ON public.device FOR EACH ROW WHEN ((old.dev_eui IS DISTINCT FROM new.dev_eui)) EXECUTE FUNCTION public.renamed_device_stands();

CREATE TRIGGER fill_request_is_worked AFTER INSERT OR UPDATE OF withdrawn_at ON public.consumption_fill_request FOR EACH ROW EXECUTE FUNCTION public.enqueue_fill();

CREATE TRIGGER forget_mail BEFORE UPDATE OF state ON public.job FOR EACH ROW WHEN (((new.kind = 'send-mail'::text) AND (new.state = ANY (ARRAY['done'::text, 'failed'::text])))) EXECUTE FUNCTION public.forget_mail();

CREATE TRIGGER forgets_idempotency_keys AFTER UPDATE OF erased_at ON public.app_user FOR EACH ROW WHEN ((new.erased_at IS NOT NULL)) EXECUTE FUNCTION public.forget_idempotency_keys();

CREATE TRIGGER forgotten_by_audit AFTER UPDATE OF erased_at ON public.app_user FOR EACH ROW WHEN (((old.erased_at IS NULL) AND (new.erased_at IS NOT NULL))) EXECUTE FUNCTION public.audit_erase_user();

CREATE CONSTRAINT TRIGGER formula_no_cycle AFTER INSERT OR UPDATE ON public.formula_input NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.refuse_formula_cycle();

CREATE CONSTRAINT TRIGGER formula_no_cycle AFTER INSERT OR UPDATE OF meter_id, direction, counted ON public.register NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.refuse_formula_cycle();

CREATE TRIGGER gas_coefficient_delete_recomputes AFTER DELETE ON public.gas_coefficient REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER gas_coefficient_insert_recomputes AFTER INSERT ON public.gas_coefficient REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER gas_coefficient_update_recomputes AFTER UPDATE ON public.gas_coefficient REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_gas_coefficient_change();

CREATE TRIGGER import_run_is_queued BEFORE INSERT ON public.import_run FOR EACH ROW EXECUTE FUNCTION public.enqueue_import_run();

CREATE TRIGGER invitation_is_sound BEFORE INSERT OR UPDATE ON public.invitation FOR EACH ROW EXECUTE FUNCTION public.check_user_role();

CREATE TRIGGER meter_energy_recomputes AFTER UPDATE OF energy, delivery_point_id ON public.meter FOR EACH ROW WHEN (((old.energy IS DISTINCT FROM new.energy) OR (old.delivery_point_id IS DISTINCT FROM new.delivery_point_id))) EXECUTE FUNCTION public.recompute_after_meter_definition();

CREATE TRIGGER meter_no_cycle BEFORE INSERT OR UPDATE OF parent_meter_id ON public.meter FOR EACH ROW WHEN ((new.parent_meter_id IS NOT NULL)) EXECUTE FUNCTION public.refuse_meter_cycle();

CREATE TRIGGER register_added_recomputes AFTER INSERT ON public.register FOR EACH ROW EXECUTE FUNCTION public.recompute_after_counted_registers();

CREATE TRIGGER register_counted_recomputes AFTER UPDATE OF counted, direction, meter_id ON public.register FOR EACH ROW WHEN ((((old.counted IS DISTINCT FROM new.counted) OR (old.direction IS DISTINCT FROM new.direction)) OR (old.meter_id IS DISTINCT FROM new.meter_id))) EXECUTE FUNCTION public.recompute_after_counted_registers();

CREATE TRIGGER register_event_numbers_meter AFTER INSERT ON public.register_event FOR EACH ROW WHEN ((new.serial_number IS NOT NULL)) EXECUTE FUNCTION public.number_exchanged_meter();

CREATE TRIGGER register_event_recomputes AFTER INSERT OR DELETE OR UPDATE ON public.register_event FOR EACH ROW EXECUTE FUNCTION public.recompute_after_register_event();

CREATE TRIGGER register_formula_delete_recomputes AFTER DELETE ON public.register_formula REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_formula_insert_recomputes AFTER INSERT ON public.register_formula REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE TRIGGER register_formula_update_recomputes AFTER UPDATE ON public.register_formula REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.recompute_after_register_change();

CREATE CONSTRAINT TRIGGER register_parameter_recomputes AFTER INSERT OR DELETE OR UPDATE ON public.register_parameter DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.recompute_after_parameter_change();

CREATE TRIGGER register_point_recomputes AFTER INSERT OR DELETE OR UPDATE ON public.register_point FOR EACH ROW EXECUTE FUNCTION public.recompute_after_register_point_change();

CREATE TRIGGER register_unit_recomputes AFTER UPDATE OF unit, kind ON public.register FOR EACH ROW WHEN (((old.unit IS DISTINCT FROM new.unit) OR (old.kind IS DISTINCT FROM new.kind))) EXECUTE FUNCTION public.recompute_after_register_definition();

CREATE TRIGGER station_day_kept AFTER UPDATE ON public.station_day FOR EACH ROW WHEN (old.given) EXECUTE FUNCTION public.keep_station_day();

CREATE TRIGGER station_file_is_imported AFTER INSERT ON public.station_file_content FOR EACH ROW EXECUTE FUNCTION public.import_station_file();

CREATE TRIGGER station_is_fetched AFTER INSERT ON public.station FOR EACH ROW WHEN ((new.kind = 'open_meteo'::text)) EXECUTE FUNCTION public.fetch_station_weather();

CREATE TRIGGER station_sensor_recomputes AFTER INSERT OR DELETE OR UPDATE ON public.station_sensor FOR EACH ROW EXECUTE FUNCTION public.recompute_station();

CREATE TRIGGER station_temperature_kept AFTER DELETE OR UPDATE ON public.station_temperature FOR EACH ROW EXECUTE FUNCTION public.keep_station_temperature();

CREATE TRIGGER user_role_is_sound BEFORE INSERT OR UPDATE ON public.user_role FOR EACH ROW EXECUTE FUNCTION public.check_user_role();

CREATE TRIGGER withdraws_tokens_made_with AFTER UPDATE OF revoked_at ON public.api_token FOR EACH ROW WHEN ((new.revoked_at IS NOT NULL)) EXECUTE FUNCTION public.withdraw_tokens_made_with();

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_made_with_fkey FOREIGN KEY (made_with) REFERENCES public.api_token(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.api_token
    ADD CONSTRAINT api_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.audit_content
    ADD CONSTRAINT audit_content_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.audit_event(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_seal_fkey FOREIGN KEY (seal) REFERENCES public.audit_seal(id);

ALTER TABLE ONLY public.audit_origin
    ADD CONSTRAINT audit_origin_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.audit_event(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.audit_pseudonym
    ADD CONSTRAINT audit_pseudonym_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.building_floor_area
    ADD CONSTRAINT building_floor_area_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_calendar_id_fkey FOREIGN KEY (organisation_id, calendar_id) REFERENCES public.calendar(organisation_id, id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organisation_id_site_id_fkey FOREIGN KEY (organisation_id, site_id) REFERENCES public.site(organisation_id, id);

ALTER TABLE ONLY public.building_station
    ADD CONSTRAINT building_station_organisation_id_building_id_fkey FOREIGN KEY (organisation_id, building_id) REFERENCES public.building(organisation_id, id);

ALTER TABLE ONLY public.building_station
    ADD CONSTRAINT building_station_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station(id);

ALTER TABLE ONLY public.calendar
    ADD CONSTRAINT calendar_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.codec_version
    ADD CONSTRAINT codec_version_device_type_id_fkey FOREIGN KEY (device_type_id) REFERENCES public.device_type(id);

ALTER TABLE ONLY public.consumption_fill
    ADD CONSTRAINT consumption_fill_register_id_fkey FOREIGN KEY (register_id) REFERENCES public.register(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.consumption_fill
    ADD CONSTRAINT consumption_fill_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.consumption_fill_request(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.consumption_fill_request
    ADD CONSTRAINT consumption_fill_request_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.consumption_fill_request
    ADD CONSTRAINT consumption_fill_request_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.contract
    ADD CONSTRAINT contract_organisation_id_delivery_point_id_fkey FOREIGN KEY (organisation_id, delivery_point_id) REFERENCES public.delivery_point(organisation_id, id);

ALTER TABLE ONLY public.contract_price
    ADD CONSTRAINT contract_price_organisation_id_version_id_fkey FOREIGN KEY (organisation_id, version_id) REFERENCES public.contract_version(organisation_id, id);

ALTER TABLE ONLY public.contract_version
    ADD CONSTRAINT contract_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.contract_version
    ADD CONSTRAINT contract_version_organisation_id_delivery_point_id_contrac_fkey FOREIGN KEY (organisation_id, delivery_point_id, contract_id) REFERENCES public.contract(organisation_id, delivery_point_id, id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES public.point(organisation_id, id);

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

ALTER TABLE ONLY public.energy_factor
    ADD CONSTRAINT energy_factor_made_by_fkey FOREIGN KEY (made_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.energy_factor
    ADD CONSTRAINT energy_factor_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.formula_input
    ADD CONSTRAINT formula_input_organisation_id_formula_id_fkey FOREIGN KEY (organisation_id, formula_id) REFERENCES public.register_formula(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.formula_input
    ADD CONSTRAINT formula_input_organisation_id_input_meter_id_fkey FOREIGN KEY (organisation_id, input_meter_id) REFERENCES public.meter(organisation_id, id);

ALTER TABLE ONLY public.formula_input
    ADD CONSTRAINT formula_input_organisation_id_input_register_id_fkey FOREIGN KEY (organisation_id, input_register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.gas_coefficient
    ADD CONSTRAINT gas_coefficient_organisation_id_delivery_point_id_fkey FOREIGN KEY (organisation_id, delivery_point_id) REFERENCES public.delivery_point(organisation_id, id);

ALTER TABLE ONLY public.gateway
    ADD CONSTRAINT gateway_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.grafana_login
    ADD CONSTRAINT grafana_login_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.import_file_chunk
    ADD CONSTRAINT import_file_chunk_organisation_id_import_file_id_fkey FOREIGN KEY (organisation_id, import_file_id) REFERENCES public.import_file(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_file
    ADD CONSTRAINT import_file_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.import_file
    ADD CONSTRAINT import_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.import_mapping
    ADD CONSTRAINT import_mapping_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.import_refusal
    ADD CONSTRAINT import_refusal_organisation_id_import_run_id_fkey FOREIGN KEY (organisation_id, import_run_id) REFERENCES public.import_run(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT import_run_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.job(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT import_run_organisation_id_import_file_id_fkey FOREIGN KEY (organisation_id, import_file_id) REFERENCES public.import_file(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT import_run_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.import_run_target
    ADD CONSTRAINT import_run_target_organisation_id_import_run_id_fkey FOREIGN KEY (organisation_id, import_run_id) REFERENCES public.import_run(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_run_target
    ADD CONSTRAINT import_run_target_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES public.point(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_run_target
    ADD CONSTRAINT import_run_target_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_organisation_id_delivery_point_id_fkey FOREIGN KEY (organisation_id, delivery_point_id) REFERENCES public.delivery_point(organisation_id, id);

ALTER TABLE ONLY public.invoice
    ADD CONSTRAINT invoice_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

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

ALTER TABLE ONLY public.register_break
    ADD CONSTRAINT register_break_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.register_event
    ADD CONSTRAINT register_event_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.register_event
    ADD CONSTRAINT register_event_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.register_formula
    ADD CONSTRAINT register_formula_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.register
    ADD CONSTRAINT register_organisation_id_meter_id_fkey FOREIGN KEY (organisation_id, meter_id) REFERENCES public.meter(organisation_id, id);

ALTER TABLE ONLY public.register_parameter
    ADD CONSTRAINT register_parameter_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.register_parameter
    ADD CONSTRAINT register_parameter_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.register_point
    ADD CONSTRAINT register_point_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES public.point(organisation_id, id);

ALTER TABLE ONLY public.register_point
    ADD CONSTRAINT register_point_organisation_id_register_id_fkey FOREIGN KEY (organisation_id, register_id) REFERENCES public.register(organisation_id, id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.standing_device
    ADD CONSTRAINT standing_device_device_id_fkey FOREIGN KEY (device_id) REFERENCES public.device(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.station_day_history
    ADD CONSTRAINT station_day_history_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.station_day
    ADD CONSTRAINT station_day_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.station_file_content
    ADD CONSTRAINT station_file_content_file_id_fkey FOREIGN KEY (file_id) REFERENCES public.station_file(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.station_file
    ADD CONSTRAINT station_file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.station_file
    ADD CONSTRAINT station_file_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES public.app_user(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.station_file
    ADD CONSTRAINT station_file_station_id_fkey FOREIGN KEY (station_id) REFERENCES public.station(id);

ALTER TABLE ONLY public.station
    ADD CONSTRAINT station_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.station_sensor
    ADD CONSTRAINT station_sensor_organisation_id_point_id_fkey FOREIGN KEY (organisation_id, point_id) REFERENCES public.point(organisation_id, id);

ALTER TABLE ONLY public.station_sensor
    ADD CONSTRAINT station_sensor_organisation_id_station_id_fkey FOREIGN KEY (organisation_id, station_id) REFERENCES public.station(organisation_id, id);

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

CREATE POLICY added ON public.building_station FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.calendar FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.consumption_fill_request FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.contract FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.contract_price FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (version_id IN ( SELECT v.id
   FROM (public.contract_version v
     JOIN public.delivery_point d ON ((d.id = v.delivery_point_id)))
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.contract_version FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.correction FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (point_id IN ( SELECT p.id
   FROM public.point p
  WHERE (p.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.delivery_point FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.device FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.device_point FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.energy_factor FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY added ON public.formula_input FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (formula_id IN ( SELECT f.id
   FROM ((public.register_formula f
     JOIN public.register r ON ((r.id = f.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.gas_coefficient FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.gateway FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.import_file FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.import_file_chunk FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.import_mapping FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.import_run FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.invoice FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.meter FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.organisation FOR INSERT TO gtb_api WITH CHECK (( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere));

CREATE POLICY added ON public.organisation_link FOR INSERT TO gtb_api WITH CHECK ((( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere) OR (child_id IN ( SELECT g.organisation_id
   FROM public.granted('user:manage'::text) g(organisation_id, building_ids, reach)))));

CREATE POLICY added ON public.point FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY added ON public.register FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.register_event FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('exchange:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('exchange:write'::text) AS reached_buildings))))));

CREATE POLICY added ON public.register_formula FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
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

CREATE POLICY added ON public.station FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY added ON public.station_file FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY added ON public.station_file_content FOR INSERT TO gtb_api WITH CHECK ((file_id IN ( SELECT f.id
   FROM public.station_file f)));

CREATE POLICY added ON public.station_sensor FOR INSERT TO gtb_api WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY added ON public.zone FOR INSERT TO gtb_api WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY all_rows ON public.api_token TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.app_user TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.invitation TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.session TO gtb_auth USING (true) WITH CHECK (true);

CREATE POLICY all_rows ON public.user_role TO gtb_auth USING (true) WITH CHECK (true);

ALTER TABLE public.api_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.app_user ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_content ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_origin ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_pseudonym ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_seal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.building ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.building_floor_area ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.building_station ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.calendar ENABLE ROW LEVEL SECURITY;

CREATE POLICY changed ON public.building FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.building_floor_area FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.building_station FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.calendar FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.consumption_fill_request FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.contract FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.contract_price FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (version_id IN ( SELECT v.id
   FROM (public.contract_version v
     JOIN public.delivery_point d ON ((d.id = v.delivery_point_id)))
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (version_id IN ( SELECT v.id
   FROM (public.contract_version v
     JOIN public.delivery_point d ON ((d.id = v.delivery_point_id)))
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.contract_version FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.correction FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (point_id IN ( SELECT p.id
   FROM public.point p
  WHERE (p.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (point_id IN ( SELECT p.id
   FROM public.point p
  WHERE (p.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.delivery_point FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY changed ON public.device FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.device_point FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.energy_factor FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY changed ON public.formula_input FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (formula_id IN ( SELECT f.id
   FROM ((public.register_formula f
     JOIN public.register r ON ((r.id = f.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (formula_id IN ( SELECT f.id
   FROM ((public.register_formula f
     JOIN public.register r ON ((r.id = f.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.gas_coefficient FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.gateway FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.import_file FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.import_file_chunk FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.import_mapping FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.import_run FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.invoice FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

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

CREATE POLICY changed ON public.register_event FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('exchange:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('exchange:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('exchange:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('exchange:write'::text) AS reached_buildings))))));

CREATE POLICY changed ON public.register_formula FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings)))))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
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

CREATE POLICY changed ON public.station FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY changed ON public.station_file FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY changed ON public.station_sensor FOR UPDATE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations))) WITH CHECK ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY changed ON public.user_role FOR UPDATE TO gtb_api USING (public.may_give(role, organisation_id)) WITH CHECK (public.may_give(role, organisation_id));

CREATE POLICY changed ON public.zone FOR UPDATE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings)))) WITH CHECK (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY cleared ON public.idempotency_key TO gtb_jobs USING (true);

ALTER TABLE public.consumption_fill_request ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contract ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contract_price ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contract_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.correction ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.delivery_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.device ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.device_point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.energy_factor ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.formula_input ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gas_coefficient ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.gateway ENABLE ROW LEVEL SECURITY;

CREATE POLICY given ON public.user_role FOR INSERT TO gtb_api WITH CHECK ((public.may_give(role, organisation_id) AND (granted_by = public.current_user_id())));

ALTER TABLE public.idempotency_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_file ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_file_chunk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_mapping ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_refusal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_run ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_run_target ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invoice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.meter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organisation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.organisation_link ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON public.api_token TO gtb_api USING ((user_id = public.current_user_id())) WITH CHECK ((user_id = public.current_user_id()));

CREATE POLICY own ON public.app_user FOR UPDATE TO gtb_api USING (((id = public.current_user_id()) OR ( SELECT public.may_everywhere('user:manage'::text) AS may_everywhere)));

CREATE POLICY own ON public.idempotency_key TO gtb_api USING ((user_id = public.current_user_id())) WITH CHECK ((user_id = public.current_user_id()));

CREATE POLICY own ON public.session TO gtb_api USING ((user_id = public.current_user_id()));

ALTER TABLE public.point ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_break ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_formula ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_parameter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_point ENABLE ROW LEVEL SECURITY;

CREATE POLICY removed ON public.building FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.building_floor_area FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.building_station FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.calendar FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.consumption_fill_request FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.contract FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.contract_price FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (version_id IN ( SELECT v.id
   FROM (public.contract_version v
     JOIN public.delivery_point d ON ((d.id = v.delivery_point_id)))
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.contract_version FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.correction FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (point_id IN ( SELECT p.id
   FROM public.point p
  WHERE (p.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.delivery_point FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.device FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.device_point FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.energy_factor FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY removed ON public.formula_input FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (formula_id IN ( SELECT f.id
   FROM ((public.register_formula f
     JOIN public.register r ON ((r.id = f.register_id)))
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.gas_coefficient FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.gateway FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('device:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.import_file FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.import_file_chunk FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.import_mapping FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.import_run FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.invoice FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d
  WHERE (d.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.meter FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.organisation FOR DELETE TO gtb_api USING (( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere));

CREATE POLICY removed ON public.organisation_link FOR DELETE TO gtb_api USING ((( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere) OR (child_id IN ( SELECT g.organisation_id
   FROM public.granted('user:manage'::text) g(organisation_id, building_ids, reach)))));

CREATE POLICY removed ON public.point FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY removed ON public.register FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m
  WHERE (m.building_id IN ( SELECT public.reached_buildings('meter:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.register_event FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('exchange:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
  WHERE (m.building_id IN ( SELECT public.reached_buildings('exchange:write'::text) AS reached_buildings))))));

CREATE POLICY removed ON public.register_formula FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM (public.register r
     JOIN public.meter m ON ((m.id = r.meter_id)))
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

CREATE POLICY removed ON public.station FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY removed ON public.station_file FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY removed ON public.station_sensor FOR DELETE TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)));

CREATE POLICY removed ON public.zone FOR DELETE TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('building:write'::text) AS reached_buildings))));

CREATE POLICY seen ON public.app_user FOR SELECT TO gtb_api USING (((id = public.current_user_id()) OR ( SELECT public.may_everywhere('user:manage'::text) AS may_everywhere) OR (id IN ( SELECT r.user_id
   FROM public.user_role r
  WHERE ((r.valid @> now()) AND (r.organisation_id IN ( SELECT public.reached_organisations('user:manage'::text) AS reached_organisations)))))));

CREATE POLICY seen ON public.audit_content FOR SELECT TO gtb_api USING ((EXISTS ( SELECT
   FROM public.audit_event e
  WHERE (e.id = audit_content.event_id))));

CREATE POLICY seen ON public.audit_event FOR SELECT TO gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('audit:read'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('audit:read'::text) AS may_everywhere))));

CREATE POLICY seen ON public.audit_origin FOR SELECT TO gtb_api USING ((EXISTS ( SELECT
   FROM public.audit_event e
  WHERE (e.id = audit_origin.event_id))));

CREATE POLICY seen ON public.building FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.building_floor_area FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.building_station FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.calendar FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.consumption_fill_request FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.contract FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d))));

CREATE POLICY seen ON public.contract_price FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (version_id IN ( SELECT v.id
   FROM public.contract_version v))));

CREATE POLICY seen ON public.contract_version FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d))));

CREATE POLICY seen ON public.correction FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (point_id IN ( SELECT p.id
   FROM public.point p))));

CREATE POLICY seen ON public.delivery_point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.device FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.device_point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (device_id IN ( SELECT d.id
   FROM public.device d))));

CREATE POLICY seen ON public.energy_factor FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IS NULL) OR (organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (organisation_id IN ( SELECT b.organisation_id
   FROM public.building b))));

CREATE POLICY seen ON public.formula_input FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (formula_id IN ( SELECT f.id
   FROM public.register_formula f))));

CREATE POLICY seen ON public.gas_coefficient FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d))));

CREATE POLICY seen ON public.gateway FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.import_file FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.import_file_chunk FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('meter:write'::text) AS reached_organisations)));

CREATE POLICY seen ON public.import_mapping FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.import_refusal FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.import_run FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.import_run_target FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.invitation FOR SELECT TO gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('user:manage'::text) AS reached_organisations)));

CREATE POLICY seen ON public.invoice FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (delivery_point_id IN ( SELECT d.id
   FROM public.delivery_point d))));

CREATE POLICY seen ON public.job FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('job:read'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('job:read'::text) AS may_everywhere))));

CREATE POLICY seen ON public.meter FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.organisation FOR SELECT TO gtb_reporting, gtb_api USING (((id IN ( SELECT public.reached_organisations('organisation:read'::text) AS reached_organisations)) OR (id IN ( SELECT b.organisation_id
   FROM public.building b)) OR (id IN ( SELECT g.organisation_id
   FROM public.granted('organisation:read'::text) g(organisation_id, building_ids, reach))) OR ( SELECT public.may_everywhere('organisation:read'::text) AS may_everywhere)));

CREATE POLICY seen ON public.organisation_link FOR SELECT TO gtb_reporting, gtb_api USING (((parent_id IN ( SELECT public.reached_organisations('organisation:read'::text) AS reached_organisations)) OR (child_id IN ( SELECT public.reached_organisations('organisation:read'::text) AS reached_organisations))));

CREATE POLICY seen ON public.point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen ON public.register FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (meter_id IN ( SELECT m.id
   FROM public.meter m))));

CREATE POLICY seen ON public.register_break FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.register_event FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.register_formula FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.register_parameter FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.register_point FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (register_id IN ( SELECT r.id
   FROM public.register r))));

CREATE POLICY seen ON public.site FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (id IN ( SELECT b.site_id
   FROM public.building b))));

CREATE POLICY seen ON public.standing_device FOR SELECT TO gtb_api USING ((device_id IN ( SELECT d.id
   FROM public.device d)));

CREATE POLICY seen ON public.station FOR SELECT TO gtb_reporting, gtb_api USING ((((organisation_id IS NULL) AND ( SELECT public.may('data:read'::text) AS may)) OR (organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (id IN ( SELECT b.station_id
   FROM public.building_station b))));

CREATE POLICY seen ON public.station_file FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('building:write'::text) AS reached_organisations)) OR ((organisation_id IS NULL) AND ( SELECT public.may_everywhere('organisation:manage'::text) AS may_everywhere))));

CREATE POLICY seen ON public.station_sensor FOR SELECT TO gtb_reporting, gtb_api USING ((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)));

CREATE POLICY seen ON public.user_role FOR SELECT TO gtb_api USING (((user_id = public.current_user_id()) OR (organisation_id IN ( SELECT public.reached_organisations('user:manage'::text) AS reached_organisations))));

CREATE POLICY seen ON public.zone FOR SELECT TO gtb_reporting, gtb_api USING (((organisation_id IN ( SELECT public.reached_organisations('data:read'::text) AS reached_organisations)) OR (building_id IN ( SELECT public.reached_buildings('data:read'::text) AS reached_buildings))));

CREATE POLICY seen_by_auth ON public.organisation FOR SELECT TO gtb_auth USING (true);

CREATE POLICY seen_from_below ON public.organisation FOR SELECT TO gtb_api USING ((id IN ( SELECT l.parent_id
   FROM public.organisation_link l
  WHERE (l.child_id IN ( SELECT public.reached_organisations('organisation:read'::text) AS reached_organisations)))));

CREATE POLICY sent ON public.invitation FOR INSERT TO gtb_api WITH CHECK ((public.may_give(role, organisation_id) AND (invited_by = public.current_user_id())));

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.site ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.standing_device ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.station ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.station_file ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.station_file_content ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.station_sensor ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.user_role ENABLE ROW LEVEL SECURITY;

CREATE POLICY withdrawn ON public.invitation FOR UPDATE TO gtb_api USING (public.may_give(role, organisation_id)) WITH CHECK (public.may_give(role, organisation_id));

CREATE POLICY worked ON public.building TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.building_floor_area TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.building_station TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.calendar TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.consumption_fill_request TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.contract TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.contract_price TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.contract_version TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.correction TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.delivery_point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.device TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.device_point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.energy_factor TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.formula_input TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.gas_coefficient TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.gateway TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.import_file TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.import_file_chunk TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.import_mapping TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.import_refusal TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.import_run TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.import_run_target TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.invoice TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.job TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.meter TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.organisation TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.organisation_link TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register_break TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register_event TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register_formula TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register_parameter TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.register_point TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.site TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.standing_device FOR SELECT TO gtb_reporting, gtb_ingestion, gtb_jobs USING (true);

CREATE POLICY worked ON public.station TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.station_file TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.station_file_content TO gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.station_sensor TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

CREATE POLICY worked ON public.zone TO gtb_ingestion, gtb_jobs USING (true) WITH CHECK (true);

ALTER TABLE public.zone ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO gtb_reporting;
GRANT USAGE ON SCHEMA public TO gtb_api;
GRANT USAGE ON SCHEMA public TO gtb_auth;
GRANT USAGE ON SCHEMA public TO gtb_ingestion;
GRANT USAGE ON SCHEMA public TO gtb_jobs;

GRANT USAGE ON SCHEMA reporting TO gtb_grafana;
GRANT USAGE ON SCHEMA reporting TO gtb_reporting;

REVOKE ALL ON FUNCTION public.audit_append(action text, kind text, object uuid, subject uuid, organisation bigint, name text, before jsonb, after jsonb, acting bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_contract_price() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_erase(person uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_erase_user() FROM PUBLIC;

GRANT SELECT ON TABLE public.audit_event TO gtb_api;

REVOKE ALL ON FUNCTION public.audit_note(action text, kind text, object uuid, organisation bigint, after jsonb, acting bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_note(action text, kind text, object uuid, organisation bigint, after jsonb, acting bigint) TO gtb_api;
GRANT ALL ON FUNCTION public.audit_note(action text, kind text, object uuid, organisation bigint, after jsonb, acting bigint) TO gtb_auth;

REVOKE ALL ON FUNCTION public.audit_person(of_pseudonym uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_person(of_pseudonym uuid) TO gtb_api;

REVOKE ALL ON FUNCTION public.audit_pseudonym_by(person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_pseudonym_by(person uuid) TO gtb_api;

REVOKE ALL ON FUNCTION public.audit_pseudonym_of(person bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_retire(until timestamp with time zone, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_retire(until timestamp with time zone, most integer) TO gtb_jobs;

REVOKE ALL ON FUNCTION public.audit_row() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.audit_seal_next(most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_seal_next(most integer) TO gtb_jobs;

REVOKE ALL ON FUNCTION public.build_walls(tab regclass, seen text, changed text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.bump_registry_version() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.check_user_role() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.could_give(giver bigint, given text, target bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.could_give(giver bigint, given text, target bigint) TO gtb_auth;

REVOKE ALL ON FUNCTION public.decode_again_after_assignment() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.drop_readings_before(wanted timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.drop_readings_before(wanted timestamp with time zone) TO gtb_jobs;

REVOKE ALL ON FUNCTION public.enqueue_correction() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.enqueue_fill() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.enqueue_import_run() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.enqueue_mail(mail jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.enqueue_mail(mail jsonb) TO gtb_api;
GRANT ALL ON FUNCTION public.enqueue_mail(mail jsonb) TO gtb_auth;

REVOKE ALL ON FUNCTION public.enqueue_recompute(register_ids bigint[], periods tstzrange[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.erase_user(target uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_user(target uuid) TO gtb_api;

REVOKE ALL ON FUNCTION public.export_user(target uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.export_user(target uuid) TO gtb_api;

REVOKE ALL ON FUNCTION public.fetch_station_weather() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.forget_idempotency_keys() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.import_station_file() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.may_consent_for(child bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_consent_for(child bigint) TO gtb_api;

REVOKE ALL ON FUNCTION public.may_manage_user(target bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.may_manage_user(target bigint) TO gtb_api;

REVOKE ALL ON FUNCTION public.new_devices_stand() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.next_devices_stand(euis text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.number_exchanged_meter() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_counted_registers() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_gas_coefficient_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_meter_definition() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_parameter_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_register_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_register_definition() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_register_event() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_register_point_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_after_time_zone() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.recompute_station() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.refuse_formula_cycle() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.refuse_meter_cycle() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.removed_devices_stand_no_more() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.renamed_device_stands() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.set_user_disabled(target uuid, disable boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.set_user_disabled(target uuid, disable boolean) TO gtb_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_token TO gtb_auth;

GRANT SELECT(id) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(uuid) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(user_id),INSERT(user_id) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(name),INSERT(name) ON TABLE public.api_token TO gtb_api;

GRANT INSERT(token_digest) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(hint),INSERT(hint) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(scopes),INSERT(scopes) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(created_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(expires_at),INSERT(expires_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(last_used_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE public.api_token TO gtb_api;

GRANT SELECT(made_with),INSERT(made_with) ON TABLE public.api_token TO gtb_api;

GRANT SELECT,INSERT,UPDATE ON TABLE public.app_user TO gtb_auth;

GRANT SELECT(id) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(uuid) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(email) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(name),UPDATE(name) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(locale),UPDATE(locale) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(totp_confirmed_at) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(locked_until) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(created_at) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(disabled_at) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(erased_at) ON TABLE public.app_user TO gtb_api;

GRANT SELECT(event_id) ON TABLE public.audit_content TO gtb_api;

GRANT SELECT(name) ON TABLE public.audit_content TO gtb_api;

GRANT SELECT(before) ON TABLE public.audit_content TO gtb_api;

GRANT SELECT(after) ON TABLE public.audit_content TO gtb_api;

GRANT SELECT(event_id) ON TABLE public.audit_origin TO gtb_api;

GRANT SELECT(ip) ON TABLE public.audit_origin TO gtb_api;

GRANT SELECT(via) ON TABLE public.audit_origin TO gtb_api;

GRANT SELECT ON TABLE public.building TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.building TO gtb_api;
GRANT SELECT ON TABLE public.building TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.building_floor_area TO gtb_api;
GRANT SELECT ON TABLE public.building_floor_area TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.building_station TO gtb_api;
GRANT SELECT ON TABLE public.building_station TO gtb_reporting;
GRANT SELECT ON TABLE public.building_station TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar TO gtb_api;
GRANT SELECT ON TABLE public.calendar TO gtb_reporting;

GRANT SELECT ON TABLE public.codec_version TO gtb_api;
GRANT SELECT ON TABLE public.codec_version TO gtb_ingestion;
GRANT SELECT ON TABLE public.codec_version TO gtb_jobs;

GRANT SELECT ON TABLE public.consumption TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consumption TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consumption_day TO gtb_jobs;
GRANT SELECT ON TABLE public.consumption_day TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consumption_fill TO gtb_jobs;
GRANT SELECT ON TABLE public.consumption_fill TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consumption_fill_request TO gtb_api;
GRANT SELECT ON TABLE public.consumption_fill_request TO gtb_reporting;
GRANT SELECT ON TABLE public.consumption_fill_request TO gtb_jobs;

GRANT SELECT,INSERT ON TABLE public.consumption_history TO gtb_jobs;
GRANT SELECT ON TABLE public.consumption_history TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.consumption_month TO gtb_jobs;
GRANT SELECT ON TABLE public.consumption_month TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract TO gtb_api;
GRANT SELECT ON TABLE public.contract TO gtb_reporting;
GRANT SELECT ON TABLE public.contract TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_price TO gtb_api;
GRANT SELECT ON TABLE public.contract_price TO gtb_reporting;
GRANT SELECT ON TABLE public.contract_price TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contract_version TO gtb_api;
GRANT SELECT ON TABLE public.contract_version TO gtb_reporting;
GRANT SELECT ON TABLE public.contract_version TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.correction TO gtb_api;
GRANT SELECT ON TABLE public.correction TO gtb_reporting;
GRANT SELECT ON TABLE public.correction TO gtb_jobs;

GRANT UPDATE(applied_at) ON TABLE public.correction TO gtb_jobs;

GRANT UPDATE(reading_count) ON TABLE public.correction TO gtb_jobs;

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
GRANT SELECT ON TABLE public.device_type TO gtb_ingestion;
GRANT SELECT ON TABLE public.device_type TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.energy_factor TO gtb_api;
GRANT SELECT ON TABLE public.energy_factor TO gtb_reporting;
GRANT SELECT ON TABLE public.energy_factor TO gtb_jobs;

GRANT SELECT ON TABLE public.event_reject TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.event_reject TO gtb_ingestion;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.formula_input TO gtb_api;
GRANT SELECT ON TABLE public.formula_input TO gtb_reporting;
GRANT SELECT ON TABLE public.formula_input TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gas_coefficient TO gtb_api;
GRANT SELECT ON TABLE public.gas_coefficient TO gtb_reporting;
GRANT SELECT ON TABLE public.gas_coefficient TO gtb_jobs;

GRANT SELECT ON TABLE public.gateway TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gateway TO gtb_api;

GRANT SELECT ON TABLE public.gateway_health TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.gateway_health TO gtb_ingestion;

GRANT SELECT,INSERT,UPDATE ON TABLE public.idempotency_key TO gtb_api;
GRANT DELETE ON TABLE public.idempotency_key TO gtb_jobs;

GRANT SELECT(created_at) ON TABLE public.idempotency_key TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_file TO gtb_api;
GRANT SELECT ON TABLE public.import_file TO gtb_reporting;
GRANT SELECT ON TABLE public.import_file TO gtb_jobs;

GRANT UPDATE(pruned_at) ON TABLE public.import_file TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_file_chunk TO gtb_api;
GRANT SELECT,DELETE ON TABLE public.import_file_chunk TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_mapping TO gtb_api;
GRANT SELECT ON TABLE public.import_mapping TO gtb_reporting;
GRANT SELECT ON TABLE public.import_mapping TO gtb_jobs;

GRANT SELECT ON TABLE public.import_refusal TO gtb_api;
GRANT SELECT ON TABLE public.import_refusal TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_refusal TO gtb_jobs;

GRANT SELECT ON TABLE public.import_run TO gtb_api;
GRANT SELECT ON TABLE public.import_run TO gtb_reporting;
GRANT SELECT ON TABLE public.import_run TO gtb_jobs;

GRANT INSERT(organisation_id) ON TABLE public.import_run TO gtb_api;

GRANT INSERT(import_file_id) ON TABLE public.import_run TO gtb_api;

GRANT INSERT(kind) ON TABLE public.import_run TO gtb_api;

GRANT INSERT(mapping) ON TABLE public.import_run TO gtb_api;

GRANT UPDATE(lines) ON TABLE public.import_run TO gtb_jobs;

GRANT UPDATE(refused) ON TABLE public.import_run TO gtb_jobs;

GRANT UPDATE(inserted) ON TABLE public.import_run TO gtb_jobs;

GRANT UPDATE(superseded) ON TABLE public.import_run TO gtb_jobs;

GRANT UPDATE(unchanged) ON TABLE public.import_run TO gtb_jobs;

GRANT UPDATE(finished_at) ON TABLE public.import_run TO gtb_jobs;

GRANT UPDATE(error) ON TABLE public.import_run TO gtb_jobs;

GRANT SELECT ON TABLE public.import_run_target TO gtb_api;
GRANT SELECT ON TABLE public.import_run_target TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_run_target TO gtb_jobs;

GRANT SELECT,UPDATE ON TABLE public.ingestion_guard TO gtb_ingestion;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ingestion_slot TO gtb_ingestion;

GRANT SELECT,INSERT,UPDATE ON TABLE public.invitation TO gtb_auth;

GRANT SELECT(id) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(uuid) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(organisation_id),INSERT(organisation_id) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(email),INSERT(email) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(role),INSERT(role) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(building_ids),INSERT(building_ids) ON TABLE public.invitation TO gtb_api;

GRANT INSERT(token_digest) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(invited_by),INSERT(invited_by) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(created_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(expires_at),INSERT(expires_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(accepted_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT(revoked_at),UPDATE(revoked_at) ON TABLE public.invitation TO gtb_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.invoice TO gtb_api;
GRANT SELECT ON TABLE public.invoice TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.invoice TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job TO gtb_jobs;

GRANT SELECT(id) ON TABLE public.job TO gtb_api;
GRANT SELECT(id) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(uuid) ON TABLE public.job TO gtb_api;
GRANT SELECT(uuid) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(organisation_id) ON TABLE public.job TO gtb_api;
GRANT SELECT(organisation_id) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(kind) ON TABLE public.job TO gtb_api;
GRANT SELECT(kind) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(dedupe_key) ON TABLE public.job TO gtb_api;
GRANT SELECT(dedupe_key) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(priority) ON TABLE public.job TO gtb_api;
GRANT SELECT(priority) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(state) ON TABLE public.job TO gtb_api;
GRANT SELECT(state) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(run_at) ON TABLE public.job TO gtb_api;
GRANT SELECT(run_at) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(attempts) ON TABLE public.job TO gtb_api;
GRANT SELECT(attempts) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(max_attempts) ON TABLE public.job TO gtb_api;
GRANT SELECT(max_attempts) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(worker) ON TABLE public.job TO gtb_api;
GRANT SELECT(worker) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(lease_until) ON TABLE public.job TO gtb_api;
GRANT SELECT(lease_until) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(fencing_token) ON TABLE public.job TO gtb_api;
GRANT SELECT(fencing_token) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(progress_done) ON TABLE public.job TO gtb_api;
GRANT SELECT(progress_done) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(progress_total) ON TABLE public.job TO gtb_api;
GRANT SELECT(progress_total) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(message) ON TABLE public.job TO gtb_api;
GRANT SELECT(message) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(created_at) ON TABLE public.job TO gtb_api;
GRANT SELECT(created_at) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(started_at) ON TABLE public.job TO gtb_api;
GRANT SELECT(started_at) ON TABLE public.job TO gtb_reporting;

GRANT SELECT(finished_at) ON TABLE public.job TO gtb_api;
GRANT SELECT(finished_at) ON TABLE public.job TO gtb_reporting;

GRANT SELECT ON TABLE public.meter TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.meter TO gtb_api;
GRANT SELECT ON TABLE public.meter TO gtb_jobs;

GRANT SELECT ON TABLE public.organisation TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.organisation TO gtb_api;
GRANT SELECT ON TABLE public.organisation TO gtb_auth;
GRANT SELECT ON TABLE public.organisation TO gtb_jobs;

GRANT SELECT,INSERT ON TABLE public.organisation_link TO gtb_api;
GRANT SELECT ON TABLE public.organisation_link TO gtb_reporting;

GRANT UPDATE(valid) ON TABLE public.organisation_link TO gtb_api;

GRANT UPDATE(consented_at) ON TABLE public.organisation_link TO gtb_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.password_reset TO gtb_auth;

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

GRANT SELECT ON TABLE public.reading_floor TO gtb_jobs;

GRANT INSERT ON TABLE public.reading_history TO gtb_ingestion;
GRANT SELECT,INSERT ON TABLE public.reading_history TO gtb_jobs;
GRANT SELECT ON TABLE public.reading_history TO gtb_reporting;

GRANT SELECT ON TABLE public.register TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register TO gtb_api;
GRANT SELECT ON TABLE public.register TO gtb_jobs;

GRANT UPDATE(id) ON TABLE public.register TO gtb_jobs;

GRANT SELECT ON TABLE public.register_break TO gtb_api;
GRANT SELECT ON TABLE public.register_break TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_break TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_formula TO gtb_api;
GRANT SELECT ON TABLE public.register_formula TO gtb_reporting;
GRANT SELECT ON TABLE public.register_formula TO gtb_jobs;

GRANT SELECT ON TABLE public.register_dependency TO gtb_api;
GRANT SELECT ON TABLE public.register_dependency TO gtb_jobs;
GRANT SELECT ON TABLE public.register_dependency TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_event TO gtb_api;
GRANT SELECT ON TABLE public.register_event TO gtb_reporting;
GRANT SELECT ON TABLE public.register_event TO gtb_jobs;

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

GRANT SELECT,INSERT,DELETE ON TABLE public.sign_in_flow TO gtb_auth;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.site TO gtb_api;
GRANT SELECT ON TABLE public.site TO gtb_reporting;

GRANT SELECT ON TABLE public.stage_cursor TO gtb_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stage_cursor TO gtb_jobs;

GRANT SELECT ON TABLE public.standing_device TO gtb_api;
GRANT SELECT ON TABLE public.standing_device TO gtb_reporting;
GRANT SELECT ON TABLE public.standing_device TO gtb_ingestion;
GRANT SELECT ON TABLE public.standing_device TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.station TO gtb_api;
GRANT SELECT ON TABLE public.station TO gtb_reporting;
GRANT SELECT ON TABLE public.station TO gtb_jobs;

GRANT UPDATE(id) ON TABLE public.station TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.station_day TO gtb_jobs;
GRANT SELECT ON TABLE public.station_day TO gtb_reporting;

GRANT SELECT,INSERT ON TABLE public.station_day_history TO gtb_jobs;
GRANT SELECT ON TABLE public.station_day_history TO gtb_reporting;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.station_file TO gtb_api;
GRANT SELECT ON TABLE public.station_file TO gtb_reporting;
GRANT SELECT ON TABLE public.station_file TO gtb_jobs;

GRANT INSERT ON TABLE public.station_file_content TO gtb_api;
GRANT SELECT,DELETE ON TABLE public.station_file_content TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.station_sensor TO gtb_api;
GRANT SELECT ON TABLE public.station_sensor TO gtb_reporting;
GRANT SELECT ON TABLE public.station_sensor TO gtb_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.station_temperature TO gtb_jobs;
GRANT SELECT ON TABLE public.station_temperature TO gtb_reporting;

GRANT SELECT,INSERT ON TABLE public.station_temperature_history TO gtb_jobs;
GRANT SELECT ON TABLE public.station_temperature_history TO gtb_reporting;

GRANT SELECT ON TABLE public.uplink TO gtb_reporting;
GRANT SELECT,INSERT,UPDATE ON TABLE public.uplink TO gtb_ingestion;
GRANT SELECT,UPDATE ON TABLE public.uplink TO gtb_jobs;

GRANT SELECT,INSERT,UPDATE ON TABLE public.user_identity TO gtb_auth;

GRANT SELECT ON TABLE public.user_role TO gtb_api;
GRANT SELECT,INSERT,UPDATE ON TABLE public.user_role TO gtb_auth;

GRANT INSERT(user_id) ON TABLE public.user_role TO gtb_api;

GRANT INSERT(organisation_id) ON TABLE public.user_role TO gtb_api;

GRANT INSERT(role) ON TABLE public.user_role TO gtb_api;

GRANT INSERT(building_ids) ON TABLE public.user_role TO gtb_api;

GRANT UPDATE(valid) ON TABLE public.user_role TO gtb_api;

GRANT INSERT(granted_by) ON TABLE public.user_role TO gtb_api;

GRANT SELECT ON TABLE public.zone TO gtb_reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.zone TO gtb_api;

GRANT SELECT ON TABLE reporting.building TO gtb_grafana;

GRANT SELECT ON TABLE reporting.consumption TO gtb_grafana;

GRANT SELECT ON TABLE reporting.consumption_day TO gtb_grafana;

GRANT SELECT ON TABLE reporting.consumption_month TO gtb_grafana;

GRANT SELECT ON TABLE reporting.device TO gtb_grafana;

GRANT SELECT ON TABLE reporting.end_use_day TO gtb_grafana;

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
--   public.station_temperature by hour, one chunk 365 days
--   public.uplink by time, one chunk 7 days
