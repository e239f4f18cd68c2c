-- Administering people: what of it reaches beyond one's own rows is done by functions that ask the walls themselves, so
-- that gtb_api needs no right on sessions, tokens, identities or passwords of others.

-- A person whose roles in an organisation have ended is no longer its business.
drop policy seen on app_user;
create policy seen on app_user for select to gtb_api using (
  id = current_user_id() or (select may_everywhere('user:manage'))
  or id in (select r.user_id from user_role r
             where r.valid @> now() and r.organisation_id in (select reached_organisations('user:manage'))));

-- An organisation knows by name those above it, so that it can agree to their looking, or take it back.
create policy seen_from_below on organisation for select to gtb_api using (
  id in (select l.parent_id from organisation_link l where l.child_id in (select reached_organisations('organisation:read'))));

-- Whether the identity speaks for this organisation when it agrees that another may look: its own administrator does, and
-- the agency's, who holds the written agreement. Not who reaches it by a link: consent cannot be passed on.
create function may_consent_for(child bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select may_everywhere('organisation:manage') or child in (select g.organisation_id from granted('user:manage') g) $$;
alter table organisation_link add column uuid uuid not null default gen_random_uuid() unique;
revoke update, delete on organisation_link from gtb_api;
grant update (valid, consented_at) on organisation_link to gtb_api;

-- Of people's rows the services write what is theirs to say, and nothing that the database says itself.
revoke insert, update on user_role from gtb_api;
grant insert (user_id, organisation_id, role, building_ids, granted_by), update (valid) on user_role to gtb_api;
revoke insert on api_token, invitation from gtb_api;
grant insert (user_id, name, token_digest, hint, scopes, expires_at) on api_token to gtb_api;
grant insert (organisation_id, email, role, building_ids, token_digest, invited_by, expires_at) on invitation to gtb_api;
revoke update (disabled_at) on app_user from gtb_api;
grant select (erased_at) on app_user to gtb_api;

-- Any administrator of the organisation withdraws an invitation, whoever sent it.
drop policy managed on invitation;
create policy seen on invitation for select to gtb_api using (organisation_id in (select reached_organisations('user:manage')));
create policy sent on invitation for insert to gtb_api
  with check (may_give(role, organisation_id) and invited_by = current_user_id());
create policy withdrawn on invitation for update to gtb_api
  using (may_give(role, organisation_id)) with check (may_give(role, organisation_id));
create index invitation_email on invitation (email);

-- Consent to be seen is no consent to appoint: roles are given and taken by the organisation's own administrators and by
-- the agency's. Else one above could make itself one below, and stay when the consent is taken back.
create or replace function may_give(given text, target bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (may_everywhere('user:manage') or target in (select g.organisation_id from granted('user:manage') g))
     and not exists (
       select from role_permission p
        where p.role = given
          and not case when p.reach = 'platform' then may_everywhere(p.action)
                       else may_everywhere('user:manage') or target in (select reached_organisations(p.action)) end) $$;

-- Whether the identity may do to this person what touches all of their roles: it could have given each of them.
create function may_manage_user(target bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (may_everywhere('user:manage')
          or exists (select from user_role r where r.user_id = target and r.valid @> now()))
     and not exists (select from user_role r
                      where r.user_id = target and r.valid @> now() and not may_give(r.role, r.organisation_id)) $$;

-- Whether somebody else may give this now: an invitation is worth what its sender may still do when it is accepted.
create function could_give(giver bigint, given text, target bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asking constant text := coalesce(current_setting('gtb.user_id', true), '');
  answer boolean;
begin
  perform set_config('gtb.user_id', giver::text, true);
  answer := may_give(given, target);
  perform set_config('gtb.user_id', asking, true);
  return answer;
end $$;

-- Shuts a person out, at once and wherever they are signed in, or lets them in again. False: not for this identity.
create function set_user_disabled(target uuid, disable boolean) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
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

-- All that is known of a person: to themselves, and to whoever manages them (of other organisations' roles and invitations
-- then nothing, and nothing of what the audit saw: it has readers of its own). Null: not for this identity.
create function export_user(target uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
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

-- Forgets a person: the row stays, for the audit names it, under a pseudonym that says nothing. By the person, or by the
-- agency's administrator. False: not for this identity.
create function erase_user(target uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
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

revoke execute on function could_give(bigint, text, bigint) from public;
grant execute on function could_give(bigint, text, bigint) to gtb_auth;
revoke execute on function may_manage_user(bigint), set_user_disabled(uuid, boolean), export_user(uuid), erase_user(uuid),
  may_consent_for(bigint) from public;
grant execute on function may_manage_user(bigint), set_user_disabled(uuid, boolean), export_user(uuid), erase_user(uuid),
  may_consent_for(bigint) to gtb_api;
