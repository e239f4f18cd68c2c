-- A login for Grafana on a database server that compose did not make (there infra/timescaledb/init-roles.sh does it).
-- After the migrations, as a role that may create roles; again at any time, which also changes the password:
--   PGOPTIONS="-c gtb.grafana_password=…" psql "$GTB_DATABASE_URL" -f infra/grafana/create-reader.sql
-- Take a password of letters and digits (`openssl rand -hex 24`): PGOPTIONS splits at spaces and backslashes, and
-- Grafana expands a dollar sign. `-c gtb.grafana_role=…` names another role than gtb_grafana, made a member of it:
-- one an organisation, once its rows are told apart by the role that reads them.
do $$
declare
  password text := nullif(current_setting('gtb.grafana_password', true), '');
  reader text := coalesce(nullif(current_setting('gtb.grafana_role', true), ''), 'gtb_grafana');
begin
  if password is null then
    raise exception 'gtb.grafana_password is not set';
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
end $$;
