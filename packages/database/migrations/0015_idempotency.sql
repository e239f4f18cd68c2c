-- Creates that carried an Idempotency-Key: what was asked, and what was answered. The row goes in first in the create's own
-- transaction, so a second request with the key waits for the first and then finds its answer. Kept for 24 hours.
create table idempotency_key (
  user_id bigint not null references app_user (id),
  key text not null check (length(key) between 1 and 200),
  -- Method and path pattern
  route text not null,
  body_digest bytea not null,
  -- Null while the first request is at work
  status smallint,
  -- The body as it was sent
  reply text,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_key_created on idempotency_key (created_at);

alter table idempotency_key enable row level security;
create policy own on idempotency_key to gtb_api using (user_id = current_user_id()) with check (user_id = current_user_id());
create policy cleared on idempotency_key to gtb_jobs using (true);
grant select, insert, update on idempotency_key to gtb_api;
grant select (created_at), delete on idempotency_key to gtb_jobs;

-- With a person what they were answered is forgotten.
create function forget_idempotency_keys() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from idempotency_key where user_id = new.id;
  return null;
end $$;
create trigger forgets_idempotency_keys after update of erased_at on app_user for each row
  when (new.erased_at is not null) execute function forget_idempotency_keys();
