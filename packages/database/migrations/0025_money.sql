-- Money and carbon: contracts with their prices, invoices, and the factors that make CO2 and primary energy of kWh. No price
-- and no factor stands in code: see docs/adr/0015-prices-and-factors-are-data.md

-- A contract of a delivery point. What it says may be corrected: each edit is another version, and what is believed now is
-- the one whose `known` has no end. Without one the contract is withdrawn.
create table contract (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  delivery_point_id bigint not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  -- So that a version's delivery point is its contract's.
  unique (organisation_id, delivery_point_id, id),
  foreign key (organisation_id, delivery_point_id) references delivery_point (organisation_id, id)
);
create index contract_delivery_point on contract (delivery_point_id);

create table contract_version (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  contract_id bigint not null,
  delivery_point_id bigint not null,
  supplier text not null,
  reference text,
  -- The structure that it was typed into (packages/domain/src/money/contract-preset.ts): says what a form shows, counts nothing.
  preset text,
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  subscribed_power_kva double precision check (subscribed_power_kva > 0 and subscribed_power_kva < 'Infinity'),
  -- When which tariff class holds, for registers that tell none: packages/domain/src/money/tariff-schedule.ts
  schedule jsonb check (jsonb_typeof(schedule) = 'object'),
  -- Local days of the building; its last day is not in it, as in every range here.
  valid daterange not null,
  made_by bigint references app_user (id) on delete set null default current_user_id(),
  known tstzrange not null default tstzrange(now(), null),
  unique (organisation_id, id),
  foreign key (organisation_id, delivery_point_id, contract_id) references contract (organisation_id, delivery_point_id, id),
  check (not isempty(valid) and not lower_inf(valid)),
  exclude using gist (delivery_point_id with =, valid with &&, known with &&)
);
create index contract_version_contract on contract_version (contract_id);

-- What one pays: a component of a version. Amounts are without VAT, in the contract's currency.
create table contract_price (
  id bigint generated always as identity primary key,
  organisation_id bigint not null,
  version_id bigint not null,
  label text not null,
  kind text not null check (kind in ('per_kwh', 'per_native_unit', 'per_kva_year', 'per_day', 'per_month', 'per_year')),
  -- Null: of all classes
  tariff_class text,
  amount numeric not null check (amount between -1000000 and 1000000),
  is_tax boolean not null default false,
  vat_percent numeric not null check (vat_percent between 0 and 100),
  valid daterange not null,
  foreign key (organisation_id, version_id) references contract_version (organisation_id, id),
  check (not isempty(valid)),
  check (tariff_class is null or kind in ('per_kwh', 'per_native_unit')),
  exclude using gist (version_id with =, label with =, kind with =, (coalesce(tariff_class, '')) with =, valid with &&)
);

create table invoice (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint not null,
  delivery_point_id bigint not null,
  number text not null,
  issued_on date not null,
  -- Local days that it bills; null: it bills no consumption.
  period daterange,
  -- actual: of indexes that were read; estimated: the supplier's guess; credit: takes an earlier one back
  kind text not null check (kind in ('actual', 'estimated', 'credit')),
  -- Gas in kWh PCS, as on the bill
  energy_kwh double precision check (energy_kwh > '-Infinity' and energy_kwh < 'Infinity'),
  -- In m³ where the meter counts volume
  native double precision check (native > '-Infinity' and native < 'Infinity'),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  amount_excl_tax numeric(14, 2),
  amount_incl_tax numeric(14, 2),
  -- [{"label", "tariffClass", "energyKwh", "amountExclTax"}], as billed
  lines jsonb not null default '[]' check (jsonb_typeof(lines) = 'array'),
  -- Where the paper is: an address or a file's name
  document text,
  source text not null default 'typed' check (source in ('typed', 'import', 'simulated')),
  recorded_by bigint references app_user (id) on delete set null default current_user_id(),
  recorded_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (delivery_point_id, number),
  foreign key (organisation_id, delivery_point_id) references delivery_point (organisation_id, id),
  check (period is null or not isempty(period) and not lower_inf(period) and not upper_inf(period))
);

-- What a kWh of an energy stands for, by whole months. Of the platform where there is no organisation; an organisation's own
-- (its heat network) goes before it, one of the end use before one of all uses. `kind` and the unit of `value`:
-- co2e: kg CO2e per kWh · primary_energy: kWh of primary energy per kWh · pcs_per_pci: kWh PCS per kWh PCI.
create table energy_factor (
  id bigint generated always as identity primary key,
  uuid uuid not null default gen_random_uuid() unique,
  organisation_id bigint references organisation (id),
  kind text not null check (kind in ('co2e', 'primary_energy', 'pcs_per_pci')),
  energy text not null check (energy in ('electricity', 'gas', 'heat', 'fuel_oil', 'wood')),
  -- As of a meter; null: of every use that has no factor of its own
  end_use text check (end_use in
    ('heating', 'hot_water', 'cooling', 'ventilation', 'lighting', 'cooking', 'sockets', 'it', 'pool', 'charging', 'production', 'other')),
  value double precision not null check (value >= 0 and value < 1000),
  -- Of which kWh `value` speaks: pci: kWh PCI, divided by pcs_per_pci before it meets kWh PCS; final: the meter's own
  basis text not null check (basis in ('pci', 'pcs', 'final')),
  -- That the source names
  year integer not null check (year between 1990 and 2100),
  source text not null,
  valid daterange not null,
  made_by bigint references app_user (id) on delete set null default current_user_id(),
  known tstzrange not null default tstzrange(now(), null),
  check (not isempty(valid) and not lower_inf(valid)),
  check (extract(day from lower(valid)) = 1 and (upper_inf(valid) or extract(day from upper(valid)) = 1)),
  check (kind <> 'pcs_per_pci' or value >= 1 and end_use is null),
  exclude using gist ((coalesce(organisation_id, 0)) with =, kind with =, energy with =, (coalesce(end_use, '')) with =,
                      valid with &&, known with &&)
);

do $$
declare
  point_seen constant text := 'organisation_id in (select reached_organisations(''data:read''))
    or delivery_point_id in (select d.id from delivery_point d)';
  point_changed constant text := 'organisation_id in (select reached_organisations(''meter:write''))
    or delivery_point_id in (select d.id from delivery_point d where d.building_id in (select reached_buildings(''meter:write'')))';
begin
  perform build_walls('contract', point_seen, point_changed);
  perform build_walls('contract_version', point_seen, point_changed);
  perform build_walls('contract_price',
    'organisation_id in (select reached_organisations(''data:read'')) or version_id in (select v.id from contract_version v)',
    'organisation_id in (select reached_organisations(''meter:write'')) or version_id in (select v.id from contract_version v
      join delivery_point d on d.id = v.delivery_point_id where d.building_id in (select reached_buildings(''meter:write'')))');
  perform build_walls('invoice', point_seen, point_changed);
  perform build_walls('energy_factor',
    'organisation_id is null or organisation_id in (select reached_organisations(''data:read''))
     or organisation_id in (select b.organisation_id from building b)',
    'organisation_id in (select reached_organisations(''meter:write'')) or organisation_id is null and (select may_everywhere(''organisation:manage''))');
end $$;

create trigger audited after insert or update or delete on contract for each row execute function audit_row();
create trigger audited after insert or update or delete on contract_version for each row execute function audit_row('contract', 'contract_id');
-- A price belongs to the contract of its version: two steps away, so it names its object itself.
create function audit_contract_price() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was constant jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now constant jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_ constant jsonb := coalesce(is_now, was);
  object constant uuid := (select k.uuid from contract_version v join contract k on k.id = v.contract_id
                            where v.id = (row_ ->> 'version_id')::bigint);
begin
  perform audit_append(case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'changed' else 'removed' end, tg_table_name, object, null,
    (row_ ->> 'organisation_id')::bigint, row_ ->> 'label',
    audit_shown(was, coalesce(is_now, '{}')), audit_shown(is_now, coalesce(was, '{}')));
  return null;
end $$;
revoke all on function audit_contract_price() from public;
create trigger audited after insert or update or delete on contract_price for each row execute function audit_contract_price();
create trigger audited after insert or update or delete on invoice for each row execute function audit_row();

grant select on contract, contract_version, contract_price, energy_factor to gtb_jobs;
grant select, insert, update on invoice to gtb_jobs;

-- [S]: read in a source that is named. "de mémoire": not checked against a text; an agency's administrator replaces it.
insert into energy_factor (kind, energy, end_use, value, basis, year, source, valid) values
  ('co2e', 'gas', null, 0.227, 'pci', 2018, 'Ministère de la Transition écologique, facteurs 2018–2020', '[2018-01-01,)'),
  ('co2e', 'fuel_oil', null, 0.324, 'final', 2018, 'Ministère de la Transition écologique, facteurs 2018–2020', '[2018-01-01,)'),
  ('co2e', 'wood', null, 0.030, 'final', 2018, 'Ministère de la Transition écologique, facteurs 2018–2020', '[2018-01-01,)'),
  ('co2e', 'heat', null, 0.116, 'final', 2018, 'Ministère de la Transition écologique, moyenne des réseaux de chaleur, 2018–2020', '[2018-01-01,)'),
  ('co2e', 'electricity', 'heating', 0.147, 'final', 2018, 'Ministère de la Transition écologique, facteurs 2018–2020', '[2018-01-01,2021-01-01)'),
  ('co2e', 'electricity', 'lighting', 0.082, 'final', 2018, 'Ministère de la Transition écologique, facteurs 2018–2020', '[2018-01-01,2021-01-01)'),
  ('co2e', 'electricity', 'heating', 0.079, 'final', 2021, 'De mémoire, à vérifier : électricité, chauffage', '[2021-01-01,)'),
  ('co2e', 'electricity', null, 0.064, 'final', 2021, 'De mémoire, à vérifier : électricité, autres usages', '[2021-01-01,)'),
  ('primary_energy', 'electricity', null, 2.58, 'final', 2018, 'Coefficient réglementaire d''énergie primaire ; date de fin de mémoire, à vérifier', '[2018-01-01,2021-01-01)'),
  ('primary_energy', 'electricity', null, 2.3, 'final', 2021, 'Coefficient réglementaire d''énergie primaire ; date de début de mémoire, à vérifier', '[2021-01-01,2026-01-01)'),
  ('primary_energy', 'electricity', null, 1.9, 'final', 2026, 'Coefficient réglementaire d''énergie primaire, à partir du 1er janvier 2026', '[2026-01-01,)'),
  ('primary_energy', 'gas', null, 1, 'pci', 2018, 'De mémoire, à vérifier : énergies autres que l''électricité', '[2018-01-01,)'),
  ('primary_energy', 'fuel_oil', null, 1, 'final', 2018, 'De mémoire, à vérifier : énergies autres que l''électricité', '[2018-01-01,)'),
  ('primary_energy', 'wood', null, 1, 'final', 2018, 'De mémoire, à vérifier : énergies autres que l''électricité', '[2018-01-01,)'),
  ('primary_energy', 'heat', null, 1, 'final', 2018, 'De mémoire, à vérifier : énergies autres que l''électricité', '[2018-01-01,)'),
  ('pcs_per_pci', 'gas', null, 1.11, 'final', 2018, 'De mémoire, à vérifier : rapport PCS/PCI du gaz naturel', '[2018-01-01,)');
-- From here on: what this file itself says is no person's doing.
create trigger audited after insert or update or delete on energy_factor for each row execute function audit_row();
