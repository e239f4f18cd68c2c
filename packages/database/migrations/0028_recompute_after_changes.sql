-- Whatever changes what a register's readings mean asks for its hours again, in the same transaction (see 0009).
create function recompute_after_register_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare row_ register_event := coalesce(new, old);
begin
  perform enqueue_recompute(array[row_.register_id], array[tstzrange(row_.at, row_.at, '[]')]);
  if tg_op = 'UPDATE' then
    perform enqueue_recompute(array[old.register_id], array[tstzrange(old.at, old.at, '[]')]);
  end if;
  return null;
end $$;
revoke execute on function recompute_after_register_event() from public;
create trigger register_event_recomputes after insert or update or delete on register_event
  for each row execute function recompute_after_register_event();
create trigger register_formula_insert_recomputes after insert on register_formula
  referencing new table as new_rows for each statement execute function recompute_after_register_change();
create trigger register_formula_update_recomputes after update on register_formula
  referencing new table as new_rows old table as old_rows for each statement execute function recompute_after_register_change();
create trigger register_formula_delete_recomputes after delete on register_formula
  referencing old table as old_rows for each statement execute function recompute_after_register_change();

-- The new meter's number is the meter's from then on, unless a later exchange gave it another.
create function number_exchanged_meter() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update meter m set serial_number = new.serial_number from register r
   where r.id = new.register_id and m.id = r.meter_id and m.serial_number is distinct from new.serial_number
     and not exists (select from register_event later where later.register_id = new.register_id and later.kind = 'exchange'
                        and upper_inf(later.known) and later.at > new.at);
  return null;
end $$;
revoke execute on function number_exchanged_meter() from public;
create trigger register_event_numbers_meter after insert on register_event for each row
  when (new.serial_number is not null) execute function number_exchanged_meter();

-- The API writes no time series: what a person asks for is queued with it, in one transaction.
create function enqueue_correction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into job (kind, dedupe_key, priority, organisation_id, payload)
  values ('correct-readings', new.uuid::text, 10, new.organisation_id, jsonb_build_object('correctionId', new.id));
  return null;
end $$;
revoke execute on function enqueue_correction() from public;
create trigger correction_is_applied after insert on correction for each row execute function enqueue_correction();
create function enqueue_fill() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into job (kind, dedupe_key, priority, organisation_id, payload)
  values ('fill', new.uuid::text, 10, new.organisation_id, jsonb_build_object('requestId', new.id))
  on conflict (kind, dedupe_key) where state = 'queued' do nothing;
  return null;
end $$;
revoke execute on function enqueue_fill() from public;
create trigger fill_request_is_worked after insert or update of withdrawn_at on consumption_fill_request
  for each row execute function enqueue_fill();

-- Why a parameter was changed, and by whom: for those who see the register, beside the audit.
alter table register_parameter add column reason text,
  add column recorded_by bigint references app_user (id) on delete set null default current_user_id();

-- A parameter that changes for a part of its period is closed and said again for the rest. Only where something else is
-- believed now are hours computed again: asked at the end of the transaction, when all is said.
create function recompute_after_parameter_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said register_parameter := case when tg_op = 'INSERT' then new else old end;
  same tstzmultirange;
begin
  select coalesce(range_agg(p.valid), '{}') into same from register_parameter p
   where p.register_id = said.register_id and p.id <> said.id and not isempty(p.valid)
     and (p.wraps_at, p.unit_per_count, p.ct_ratio, p.max_per_hour)
         is not distinct from (said.wraps_at, said.unit_per_count, said.ct_ratio, said.max_per_hour)
     and case when tg_op = 'INSERT' then upper(p.known) = lower(said.known) else upper_inf(p.known) end;
  perform enqueue_recompute(array[said.register_id], array[range_merge(tstzmultirange(said.valid) - same)]);
  if tg_op = 'UPDATE' and upper_inf(new.known) then
    perform enqueue_recompute(array[new.register_id], array[new.valid]);
  end if;
  return null;
end $$;
revoke execute on function recompute_after_parameter_change() from public;
drop trigger register_parameter_insert_recomputes on register_parameter;
drop trigger register_parameter_update_recomputes on register_parameter;
drop trigger register_parameter_delete_recomputes on register_parameter;
create constraint trigger register_parameter_recomputes after insert or update or delete on register_parameter
  deferrable initially deferred for each row execute function recompute_after_parameter_change();

-- The same of the point that a register reads: an assignment that ends sooner says nothing new of the time before.
create function recompute_after_register_point_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (old.register_id, old.point_id) = (new.register_id, new.point_id) then
    perform enqueue_recompute(array[new.register_id], array[range_merge(
      (tstzmultirange(old.valid) - tstzmultirange(new.valid)) + (tstzmultirange(new.valid) - tstzmultirange(old.valid)))]);
    return null;
  end if;
  if tg_op <> 'DELETE' then perform enqueue_recompute(array[new.register_id], array[new.valid]); end if;
  if tg_op <> 'INSERT' then perform enqueue_recompute(array[old.register_id], array[old.valid]); end if;
  return null;
end $$;
revoke execute on function recompute_after_register_point_change() from public;
drop trigger register_point_insert_recomputes on register_point;
drop trigger register_point_update_recomputes on register_point;
drop trigger register_point_delete_recomputes on register_point;
create trigger register_point_recomputes after insert or update or delete on register_point
  for each row execute function recompute_after_register_point_change();

-- Days and months begin at local midnight: of a building in another time zone they are others.
create function recompute_after_time_zone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform enqueue_recompute(array_agg(r.id), array_agg(tstzrange(null, null)))
     from meter m join register r on r.meter_id = m.id where m.building_id = new.id;
  return null;
end $$;
revoke execute on function recompute_after_time_zone() from public;
create trigger building_time_zone_recomputes after update of time_zone on building for each row
  when (old.time_zone is distinct from new.time_zone) execute function recompute_after_time_zone();

-- A formula names a meter for its counted registers: where those become others, what follows from the meter does too.
create function recompute_after_counted_registers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform enqueue_recompute(array_agg(f.register_id), array_agg(f.valid))
     from formula_input i join register_formula f on f.id = i.formula_id and upper_inf(f.known)
    where i.input_meter_id = new.meter_id or tg_op = 'UPDATE' and i.input_meter_id = old.meter_id;
  return null;
end $$;
revoke execute on function recompute_after_counted_registers() from public;
create trigger register_added_recomputes after insert on register for each row execute function recompute_after_counted_registers();
create trigger register_counted_recomputes after update of counted, direction, meter_id on register for each row
  when ((old.counted, old.direction, old.meter_id) is distinct from (new.counted, new.direction, new.meter_id))
  execute function recompute_after_counted_registers();

-- What is there already gets its days, its months and its reasons.
select enqueue_recompute(array_agg(id), array_agg(tstzrange(null, null))) from register having count(*) > 0;

-- For dashboards: whether a building's own sum has it, and by day and month. Of meters that say what they feed the upper
-- one alone speaks for its use: what stands below it is in it.
create or replace view reporting.register with (security_barrier) as
  select r.id as register_id, r.uuid as register_uuid, r.name as register, r.unit, r.direction, r.tariff_class,
         m.id as meter_id, m.name as meter, m.energy, m.parent_meter_id, m.building_id, m.end_use,
         r.counted and m.counted and m.parent_meter_id is null and r.direction = 'import' as counted
    from register r join meter m on m.id = r.meter_id;
create or replace view reporting.consumption with (security_barrier) as
  select c.register_id, c.hour, c.native, c.energy_kwh, c.measured_share, c.estimated_share, c.missing_share,
         r.direction, m.id as meter_id, m.name as meter, m.energy, m.parent_meter_id, m.building_id, m.end_use, c.reasons,
         r.counted and m.counted and m.parent_meter_id is null and r.direction = 'import' as counted
    from consumption c join register r on r.id = c.register_id join meter m on m.id = r.meter_id;
create view reporting.consumption_day with (security_barrier) as
  select c.register_id, c.day, c.native, c.energy_kwh, c.measured_hours, c.estimated_hours, c.day_hours, c.reasons,
         r.direction, m.id as meter_id, m.name as meter, m.energy, m.parent_meter_id, m.building_id, m.end_use,
         r.counted and m.counted and m.parent_meter_id is null and r.direction = 'import' as counted
    from consumption_day c join register r on r.id = c.register_id join meter m on m.id = r.meter_id;
create view reporting.consumption_month with (security_barrier) as
  select c.register_id, c.month, c.native, c.energy_kwh, c.measured_hours, c.estimated_hours, c.month_hours, c.reasons,
         r.direction, m.id as meter_id, m.name as meter, m.energy, m.parent_meter_id, m.building_id, m.end_use,
         r.counted and m.counted and m.parent_meter_id is null and r.direction = 'import' as counted
    from consumption_month c join register r on r.id = c.register_id join meter m on m.id = r.meter_id;
create view reporting.end_use_day with (security_barrier) as
  select m.building_id, m.end_use, m.energy, c.day, sum(c.energy_kwh) as energy_kwh, sum(c.native) as native,
         sum(c.measured_hours) as measured_hours, sum(c.estimated_hours) as estimated_hours, sum(c.day_hours) as day_hours
    from consumption_day c
    join register r on r.id = c.register_id and r.counted and r.direction = 'import'
    join meter m on m.id = r.meter_id and m.counted and m.end_use is not null
    left join meter above on above.id = m.parent_meter_id
   where above.end_use is null
   group by 1, 2, 3, 4;
grant create on schema reporting to gtb_reporting;
alter view reporting.consumption_day owner to gtb_reporting;
alter view reporting.consumption_month owner to gtb_reporting;
alter view reporting.end_use_day owner to gtb_reporting;
revoke create on schema reporting from gtb_reporting;
grant select on reporting.consumption_day, reporting.consumption_month, reporting.end_use_day to gtb_grafana;
