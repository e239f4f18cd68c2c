-- People, what lets them in, and what they may do where. Secrets stand here as digests only (SHA-256 of random tokens,
-- argon2id of passwords); the role gtb_auth reads them, no other service does.
create table app_user (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  email text not null check (email = lower(email) and email like '%_@_%'),
  name text not null,
  locale text not null default 'fr' check (locale in ('fr', 'en')),
  -- Null: signs in through the agency's provider only
  password_hash text,
  totp_secret bytea,
  -- Null while the secret is offered and no code of it was given yet
  totp_confirmed_at timestamptz,
  -- The newest time step whose code was taken: each code counts once
  totp_last_step bigint,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  erased_at timestamptz
);
create unique index app_user_email on app_user (email);

-- Who of an OpenID Connect provider is who here.
create table user_identity (
  id bigint generated always as identity primary key,
  user_id bigint not null references app_user (id),
  issuer text not null,
  subject text not null,
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);
create index user_identity_user on user_identity (user_id);

-- Mirrors packages/domain/src/access/permission.ts, which a test compares.
create table role_permission (
  role text not null,
  action text not null,
  reach text not null check (reach in ('own', 'platform')),
  primary key (role, action)
);

create table user_role (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  user_id bigint not null references app_user (id),
  organisation_id bigint not null references organisation (id),
  role text not null check (role in ('agency_admin', 'smo_engineer', 'organisation_admin', 'building_manager', 'technician', 'reader')),
  -- Null: every building of the organisation, and of those below it that have agreed
  building_ids bigint[] check (building_ids is null or cardinality(building_ids) > 0 and role in ('building_manager', 'technician', 'reader')),
  valid tstzrange not null default tstzrange(now(), null),
  granted_by bigint references app_user (id),
  -- From the provider's claims: given and taken away at each sign-in
  from_provider boolean not null default false,
  exclude using gist (user_id with =, organisation_id with =, role with =, valid with &&)
);
create index user_role_user on user_role (user_id);
create index user_role_organisation on user_role (organisation_id);

create table session (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  token_digest bytea not null unique,
  csrf_digest bytea not null,
  user_id bigint not null references app_user (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ip inet,
  user_agent text
);
create index session_user_id on session (user_id);

create table api_token (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  user_id bigint not null references app_user (id),
  name text not null,
  token_digest bytea not null unique,
  -- Its first characters, so that people know it again
  hint text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create unique index api_token_name on api_token (user_id, name) where revoked_at is null;

create table invitation (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  email text not null check (email = lower(email)),
  role text not null,
  building_ids bigint[],
  token_digest bytea not null unique,
  invited_by bigint references app_user (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitation_organisation on invitation (organisation_id);

create table password_reset (
  token_digest bytea primary key,
  user_id bigint not null references app_user (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- One row a try, for throttling by address and account; forgotten after a day.
create table sign_in_attempt (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  email_digest bytea not null,
  ip inet,
  succeeded boolean not null
);
create index sign_in_attempt_email on sign_in_attempt (email_digest, at);
create index sign_in_attempt_ip on sign_in_attempt (ip, at);

-- Which organisation a login of Grafana reads for: policies go by session_user, which no SQL can change.
create table grafana_login (
  role_name name primary key,
  organisation_id bigint not null references organisation (id)
);

-- A role of the agency's stands in the agency's own organisation; buildings of a role are its organisation's.
create function check_user_role() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
create trigger user_role_is_sound before insert or update on user_role for each row execute function check_user_role();
create trigger invitation_is_sound before insert or update on invitation for each row execute function check_user_role();
