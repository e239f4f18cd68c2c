-- Which worker looks after the sessions that gather what a restarting broker would deal to nobody: see RestartGuard.
create table ingestion_guard (
  only_row boolean primary key default true check (only_row),
  holder uuid,
  lease_until timestamptz not null default '-infinity'
);
insert into ingestion_guard default values;
