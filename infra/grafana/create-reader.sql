-- A login for Grafana, one an organisation: it reads what this organisation, and those below it that have agreed, would see.
-- (Compose makes the agency's, gtb_grafana, in infra/timescaledb/init-roles.sh.) After the migrations, as a role that may
-- create roles; again at any time, which also changes the password:
--   PGOPTIONS="-c gtb.grafana_password=… -c gtb.grafana_role=grafana_louviers -c gtb.grafana_organisation=commune:27375" \
--     psql "$GTB_DATABASE_URL" -f infra/grafana/create-reader.sql
-- Take a password of letters and digits (`openssl rand -hex 24`): PGOPTIONS splits at spaces and backslashes, and
-- Grafana expands a dollar sign. Without a role it is gtb_grafana, without an organisation the agency.
do $$
declare
  password text := nullif(current_setting('gtb.grafana_password', true), '');
  reader text := coalesce(nullif(current_setting('gtb.grafana_role', true), ''), 'gtb_grafana');
  asked text := coalesce(nullif(current_setting('gtb.grafana_organisation', true), ''), 'agency:agence-27');
  reads_for bigint;
begin
  if password is null then
    raise exception 'gtb.grafana_password is not set';
  end if;
  if reader <> 'gtb_grafana' and nullif(current_setting('gtb.grafana_organisation', true), '') is null then
    raise exception 'gtb.grafana_organisation is not set: kind:code of the organisation that % reads for', reader;
  end if;
  select id into reads_for from organisation where kind = split_part(asked, ':', 1) and code = split_part(asked, ':', 2);
  if reads_for is null then
    raise exception 'no organisation %', asked;
  end if;
  if not exists (select from pg_roles where rolname = reader) then
    execute format('create role %I', reader);
  end if;
  if reader <> 'gtb_grafana' then
    execute format('grant gtb_grafana to %I', reader);
  end if;
  execute format('alter role %I login connection limit 10 password %L', reader, password);
  -- A dashboard's typing error may cost the page, not the database.
  execute format('alter role %I set statement_timeout = %L', reader, '30s');
  -- A second lock behind the missing grants.
  execute format('alter role %I set default_transaction_read_only = on', reader);
  insert into grafana_login (role_name, organisation_id) values (reader, reads_for)
    on conflict (role_name) do update set organisation_id = excluded.organisation_id;
end $$;
