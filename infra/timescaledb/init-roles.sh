#!/bin/bash
# Runs once, when the container's data folder is new: what migrations can't do because it needs secrets, and
# ChirpStack's own database. Migrations grant gtb_grafana its rights.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v chirpstack_password="$(cat /run/secrets/chirpstack-database-password)" \
  -v grafana_password="$(cat /run/secrets/grafana-database-password)" <<'SQL'
create role gtb_grafana login password :'grafana_password' connection limit 10;
alter role gtb_grafana set default_transaction_read_only = on;
alter role gtb_grafana set statement_timeout = '30s';
create role chirpstack login password :'chirpstack_password';
create database chirpstack owner chirpstack;
revoke connect on database chirpstack from public;
revoke connect on database gtb from public;
grant connect on database gtb to gtb_grafana;
\connect chirpstack
create extension pg_trgm;
create extension hstore;
SQL
