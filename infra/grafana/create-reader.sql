-- Grafana's login role: a member of gtb_grafana (migration 0007), which may read schema `reporting` and nothing else.
-- After the migrations, as a role that may create roles; again at any time, which also changes the password:
--   PGOPTIONS="-c gtb.grafana_password=$GTB_GRAFANA_DB_PASSWORD" psql "$GTB_DATABASE_URL" -f infra/grafana/create-reader.sql
-- Take a password of letters and digits (`openssl rand -hex 24`): PGOPTIONS splits at spaces and backslashes.
do $$
declare
  password text := nullif(current_setting('gtb.grafana_password', true), '');
begin
  if password is null then
    raise exception 'gtb.grafana_password is not set';
  end if;
  if not exists (select from pg_roles where rolname = 'gtb_grafana_reader') then
    create role gtb_grafana_reader login;
  end if;
  -- The statement stands in the server's log where that logs statements: keep log_statement off for this session.
  execute format('alter role gtb_grafana_reader login nosuperuser nocreatedb nocreaterole nobypassrls connection limit 10 password %L', password);
end $$;

grant gtb_grafana to gtb_grafana_reader;
-- A dashboard's typing error may cost the page, not the database.
alter role gtb_grafana_reader set statement_timeout = '30s';
alter role gtb_grafana_reader set idle_in_transaction_session_timeout = '30s';
-- A second lock behind the missing grants.
alter role gtb_grafana_reader set default_transaction_read_only = on;
