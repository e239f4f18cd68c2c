-- What a sign-in at the agency's provider must remember between leaving and coming back; a few minutes, taken once. Its
-- own secret is in the browser's cookie, here is only the digest: who reads this table cannot come back as somebody.
create table sign_in_flow (
  cookie_digest bytea primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  -- The page to come back to: a path of our own
  next_path text not null check (next_path like '/%' and next_path not like '//%'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sign_in_flow_expires on sign_in_flow (expires_at);
grant select, insert, delete on sign_in_flow to gtb_auth;

-- Links that are over are forgotten, as rows about people.
create index password_reset_user on password_reset (user_id, created_at);
grant delete on password_reset to gtb_auth;
