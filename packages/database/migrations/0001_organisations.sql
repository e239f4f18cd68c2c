create extension if not exists timescaledb;
-- Exclusion constraints over (id with =, period with &&).
create extension if not exists btree_gist;

create table organisation (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  kind text not null check (kind in ('agency', 'departement', 'epci', 'commune')),
  -- INSEE code of a commune or département, SIREN of an EPCI or the agency.
  code text not null,
  name text not null,
  population integer check (population >= 0),
  created_at timestamptz not null default now(),
  unique (kind, code)
);

-- Organisations are no tree: an EPCI may reach into several départements.
create table organisation_link (
  id bigint generated always as identity primary key,
  parent_id bigint not null references organisation (id),
  child_id bigint not null references organisation (id),
  kind text not null check (kind in ('membership', 'territory', 'service')),
  valid daterange not null default daterange('-infinity', null),
  -- The child's agreement that the parent may look at its data; null: not given.
  consented_at timestamptz,
  check (parent_id <> child_id),
  exclude using gist (parent_id with =, child_id with =, kind with =, valid with &&)
);
create index organisation_link_child on organisation_link (child_id);
