-- When a building is open: weekly hours and closures, in the building's time zone.
create table calendar (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  name text not null,
  -- [{"weekdays":[1,2,4,5],"from":"08:00","to":"17:30"}], ISO weekdays
  weekly_hours jsonb not null default '[]' check (jsonb_typeof(weekly_hours) = 'array'),
  school_holiday_zone text check (school_holiday_zone in ('A', 'B', 'C')),
  unique (organisation_id, id),
  unique (organisation_id, name)
);

create table site (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  name text not null,
  address text,
  commune_code text not null,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  unique (organisation_id, id)
);

create table building (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null references organisation (id),
  site_id bigint not null,
  calendar_id bigint,
  name text not null,
  use text not null check (use in (
    'school', 'nursery', 'town_hall', 'gymnasium', 'pool', 'library', 'community_hall', 'office', 'workshop', 'other')),
  heating_energy text not null check (heating_energy in (
    'electricity', 'gas', 'fuel_oil', 'wood', 'heat_network', 'heat_pump', 'none')),
  time_zone text not null default 'Europe/Paris',
  -- Marked on every screen, so that nobody takes a simulation for a measurement.
  simulated boolean not null default false,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, site_id) references site (organisation_id, id),
  foreign key (organisation_id, calendar_id) references calendar (organisation_id, id)
);
create index building_site on building (organisation_id, site_id);

create table building_floor_area (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  building_id bigint not null,
  floor_area_m2 numeric not null check (floor_area_m2 > 0),
  valid daterange not null default daterange('-infinity', null),
  known tstzrange not null default tstzrange(now(), null),
  foreign key (organisation_id, building_id) references building (organisation_id, id),
  exclude using gist (building_id with =, valid with &&, known with &&)
);

create table zone (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  building_id bigint not null,
  name text not null,
  floor text,
  unique (organisation_id, id),
  -- So that a point's zone is always one of the point's own building.
  unique (organisation_id, building_id, id),
  unique (building_id, name),
  foreign key (organisation_id, building_id) references building (organisation_id, id)
);

-- The place whose values we keep: it outlives the device that feeds it.
create table point (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  building_id bigint not null,
  zone_id bigint,
  name text not null,
  quantity text not null,
  -- UCUM unit of the values as they are kept
  unit text not null,
  kind text not null check (kind in ('gauge', 'counter', 'state', 'event')),
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  foreign key (organisation_id, building_id) references building (organisation_id, id),
  foreign key (organisation_id, building_id, zone_id) references zone (organisation_id, building_id, id)
);
create index point_building on point (organisation_id, building_id);
create index point_by_building on point (building_id);
