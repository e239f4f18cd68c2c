-- The contract's place: PRM (electricity), PCE (gas), a subscriber's number for water and heat.
create table delivery_point (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  building_id bigint not null,
  energy text not null check (energy in ('electricity', 'gas', 'heat', 'fuel_oil', 'wood', 'water')),
  number text not null,
  unique (organisation_id, id),
  unique (organisation_id, energy, number),
  foreign key (organisation_id, building_id) references building (organisation_id, id)
);

-- kWh (PCS) per m³ of gas delivered: it varies by month and place (source: GRDF).
create table gas_coefficient (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  delivery_point_id bigint not null,
  kwh_pcs_per_m3 double precision not null check (kwh_pcs_per_m3 between 5 and 15),
  source text not null,
  valid tstzrange not null,
  known tstzrange not null default tstzrange(now(), null),
  foreign key (organisation_id, delivery_point_id) references delivery_point (organisation_id, id),
  exclude using gist (delivery_point_id with =, valid with &&, known with &&)
);

-- The instrument with a serial number; it may change under the same delivery point.
create table meter (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  building_id bigint not null,
  delivery_point_id bigint,
  parent_meter_id bigint,
  name text not null,
  serial_number text,
  energy text not null check (energy in ('electricity', 'gas', 'heat', 'fuel_oil', 'wood', 'water')),
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  check (parent_meter_id <> id),
  foreign key (organisation_id, building_id) references building (organisation_id, id),
  foreign key (organisation_id, delivery_point_id) references delivery_point (organisation_id, id),
  foreign key (organisation_id, parent_meter_id) references meter (organisation_id, id)
);
create index meter_building on meter (organisation_id, building_id);
create index meter_by_building on meter (building_id);

create table register (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  meter_id bigint not null,
  name text not null,
  quantity text not null check (quantity in ('active-energy', 'thermal-energy', 'volume')),
  direction text not null default 'import' check (direction in ('import', 'export')),
  tariff_class text not null default 'base',
  kind text not null check (kind in ('index', 'interval', 'power')),
  -- UCUM unit in which its consumption is kept beside kWh
  unit text not null,
  unique (organisation_id, id),
  unique (meter_id, name),
  foreign key (organisation_id, meter_id) references meter (organisation_id, id)
);
create index register_by_meter on register (meter_id);

-- A register reads one point at a time.
create table register_point (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  register_id bigint not null,
  point_id bigint not null,
  valid tstzrange not null default tstzrange('-infinity', null),
  foreign key (organisation_id, register_id) references register (organisation_id, id),
  foreign key (organisation_id, point_id) references point (organisation_id, id),
  check (not isempty(valid)),
  exclude using gist (register_id with =, valid with &&),
  exclude using gist (point_id with =, valid with &&)
);

-- How raw counts become the register's unit: native = counts × unit_per_count × ct_ratio.
create table register_parameter (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  register_id bigint not null,
  -- Counts at which the index returns to 0: 2^32 for 32 bits, 10^6 for six digits; null: it never wraps.
  wraps_at double precision check (wraps_at > 0),
  unit_per_count double precision not null default 1 check (unit_per_count > 0),
  ct_ratio double precision not null default 1 check (ct_ratio > 0),
  -- The most the installation can draw, in the register's unit per hour: tells a wrap from a reset.
  max_per_hour double precision not null check (max_per_hour > 0),
  valid tstzrange not null default tstzrange('-infinity', null),
  known tstzrange not null default tstzrange(now(), null),
  foreign key (organisation_id, register_id) references register (organisation_id, id),
  exclude using gist (register_id with =, valid with &&, known with &&)
);
