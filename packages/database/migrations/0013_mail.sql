-- Mail leaves by jobs of the kind `send-mail`. Their payload may hold a link with a secret: it is gone from the row once
-- the mail is sent or given up, and those who may look at jobs never see payloads.

-- The API and sign-in have no right on jobs: a mail is all that they may queue. Tried again for a day: mail servers that
-- are away, or that ask for patience with strangers, need minutes or hours.
create function enqueue_mail(mail jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if jsonb_typeof(mail) is distinct from 'object'
     or not mail ?& array['template', 'to', 'locale', 'data'] or octet_length(mail::text) > 16384 then
    raise exception 'not a mail' using errcode = 'invalid_parameter_value';
  end if;
  insert into job (kind, payload, max_attempts) values ('send-mail', mail, 300);
end $$;
revoke execute on function enqueue_mail(jsonb) from public;
grant execute on function enqueue_mail(jsonb) to gtb_api, gtb_auth;

-- A rule in the database, so that no way in which a job ends can forget it.
create function forget_mail() returns trigger language plpgsql as $$
begin
  new.payload := '{}';
  return new;
end $$;
create trigger forget_mail before update of state on job for each row
  when (new.kind = 'send-mail' and new.state in ('done', 'failed')) execute function forget_mail();

-- Everything of a job but its payload.
revoke select on job from gtb_api, gtb_reporting;
grant select (id, uuid, organisation_id, kind, dedupe_key, priority, state, run_at, attempts, max_attempts, worker, lease_until,
              fencing_token, progress_done, progress_total, message, created_at, started_at, finished_at)
  on job to gtb_api, gtb_reporting;
