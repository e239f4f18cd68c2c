-- Files of readings that people bring: the bytes, how they are to be read, each check, import and undo, and what was refused.

create table import_file (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  name text not null,
  -- As the browser announced it; whole once the chunks add up to it.
  bytes bigint not null check (bytes > 0),
  created_by bigint references app_user (id) on delete set null default current_user_id(),
  created_at timestamptz not null default now(),
  -- Since when its bytes are gone: what it brought, and its undo, stay.
  pruned_at timestamptz,
  unique (organisation_id, id)
);
create index import_file_recent on import_file (organisation_id, created_at desc);

-- In the database, for the worker that reads it may run on another machine than the API.
create table import_file_chunk (
  organisation_id bigint not null,
  import_file_id bigint not null,
  number integer not null check (number >= 0),
  content bytea not null,
  primary key (import_file_id, number),
  foreign key (organisation_id, import_file_id) references import_file (organisation_id, id) on delete cascade
);
-- Most files are compressed already, and pieces are read whole.
alter table import_file_chunk alter column content set storage external;

-- How files of one make are read: see packages/domain/src/files-in/import-mapping.ts
create table import_mapping (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  name text not null,
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object'),
  unique (organisation_id, id),
  unique (organisation_id, name)
);

-- What was done with a file: a check writes no reading, an undo takes back what the file's imports stored.
create table import_run (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  import_file_id bigint not null,
  kind text not null check (kind in ('check', 'import', 'undo')),
  mapping jsonb check (jsonb_typeof(mapping) = 'object'),
  job_id bigint references job (id) on delete set null,
  requested_by bigint references app_user (id) on delete set null default current_user_id(),
  requested_at timestamptz not null default now(),
  lines bigint not null default 0,
  refused bigint not null default 0,
  -- Readings that are (or, of a check, would be) new, other than before, the same as before; of an undo taken back.
  inserted bigint not null default 0,
  superseded bigint not null default 0,
  unchanged bigint not null default 0,
  finished_at timestamptz,
  -- Why it ended early, in French
  error text,
  unique (organisation_id, id),
  check ((kind = 'undo') = (mapping is null)),
  foreign key (organisation_id, import_file_id) references import_file (organisation_id, id) on delete cascade
);
create index import_run_of_file on import_run (import_file_id, id);

-- What a run holds of each point.
create table import_run_target (
  organisation_id bigint not null,
  import_run_id bigint not null,
  point_id bigint not null,
  register_id bigint,
  readings bigint not null,
  from_time timestamptz not null,
  to_time timestamptz not null,
  -- In the register's unit, or as the point keeps it
  least double precision not null,
  greatest double precision not null,
  sum double precision not null,
  gaps bigint not null,
  primary key (import_run_id, point_id),
  foreign key (organisation_id, import_run_id) references import_run (organisation_id, id) on delete cascade,
  foreign key (organisation_id, point_id) references point (organisation_id, id) on delete cascade,
  foreign key (organisation_id, register_id) references register (organisation_id, id) on delete cascade
);

create table import_refusal (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  import_run_id bigint not null,
  line bigint not null,
  -- The column's name in the file; null: the whole line
  column_name text,
  reason text not null,
  foreign key (organisation_id, import_run_id) references import_run (organisation_id, id) on delete cascade
);
create index import_refusal_of_run on import_refusal (import_run_id, line, id);

do $$
declare
  seen constant text := 'organisation_id in (select reached_organisations(''data:read''))';
  changed constant text := 'organisation_id in (select reached_organisations(''meter:write''))';
begin
  perform build_walls('import_file', seen, changed);
  perform build_walls('import_file_chunk', changed, changed);
  perform build_walls('import_mapping', seen, changed);
  perform build_walls('import_run', seen, changed);
  perform build_walls('import_run_target', seen, null);
  perform build_walls('import_refusal', seen, null);
end $$;
revoke select on import_file_chunk from gtb_reporting;
revoke insert, update, delete on import_run from gtb_api;
-- What a run found is the worker's to say.
grant insert (organisation_id, import_file_id, kind, mapping) on import_run to gtb_api;

create trigger audited after insert or update or delete on import_file for each row execute function audit_row();
create trigger audited after insert or update or delete on import_mapping for each row execute function audit_row();
create trigger audited after insert or delete on import_run for each row execute function audit_row('import_file', 'import_file_id');

grant select on import_file, import_file_chunk, import_mapping, import_run to gtb_jobs;
grant delete on import_file_chunk to gtb_jobs;
grant update (pruned_at) on import_file to gtb_jobs;
grant update (lines, refused, inserted, superseded, unchanged, finished_at, error) on import_run to gtb_jobs;
grant select, insert, update, delete on import_run_target, import_refusal to gtb_jobs;

-- Who asks for a run may queue no job otherwise.
create function enqueue_import_run() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into job (kind, organisation_id, priority, payload)
  values ('import-file', new.organisation_id, 10, jsonb_build_object('run', new.uuid)) returning id into new.job_id;
  return new;
end $$;
revoke execute on function enqueue_import_run() from public;
create trigger import_run_is_queued before insert on import_run for each row execute function enqueue_import_run();
