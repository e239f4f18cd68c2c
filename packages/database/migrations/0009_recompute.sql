-- Whatever changes how a register's readings are understood asks for its hours to be computed again, in the same
-- transaction: a rule in the database, so that no way in can forget it. One waiting job a register, its range widened.
create function enqueue_recompute(register_ids bigint[], periods tstzrange[]) returns void language sql as $$
  insert into job (kind, dedupe_key, organisation_id, payload)
  select 'recompute', r.id::text, r.organisation_id,
         jsonb_build_object('registerIds', jsonb_build_array(r.id),
           'from', nullif(min(coalesce(lower(c.period), '-infinity')), '-infinity'),
           'to', nullif(max(coalesce(upper(c.period), 'infinity')), 'infinity'))
    from unnest(register_ids, periods) as c (register_id, period)
    join register r on r.id = c.register_id
   where not isempty(c.period)
   group by r.id
  on conflict (kind, dedupe_key) where state = 'queued' do update
    set payload = job.payload || jsonb_build_object(
      'from', nullif(least(coalesce((job.payload ->> 'from')::timestamptz, '-infinity'),
                           coalesce((excluded.payload ->> 'from')::timestamptz, '-infinity')), '-infinity'),
      'to', nullif(greatest(coalesce((job.payload ->> 'to')::timestamptz, 'infinity'),
                            coalesce((excluded.payload ->> 'to')::timestamptz, 'infinity')), 'infinity'))
$$;

create function recompute_after_register_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    perform enqueue_recompute(array_agg(register_id), array_agg(valid)) from new_rows;
  end if;
  if tg_op <> 'INSERT' then
    perform enqueue_recompute(array_agg(register_id), array_agg(valid)) from old_rows;
  end if;
  return null;
end $$;
create trigger register_point_insert_recomputes after insert on register_point
  referencing new table as new_rows for each statement execute function recompute_after_register_change();
create trigger register_point_update_recomputes after update on register_point
  referencing new table as new_rows old table as old_rows for each statement execute function recompute_after_register_change();
create trigger register_point_delete_recomputes after delete on register_point
  referencing old table as old_rows for each statement execute function recompute_after_register_change();
create trigger register_parameter_insert_recomputes after insert on register_parameter
  referencing new table as new_rows for each statement execute function recompute_after_register_change();
create trigger register_parameter_update_recomputes after update on register_parameter
  referencing new table as new_rows old table as old_rows for each statement execute function recompute_after_register_change();
create trigger register_parameter_delete_recomputes after delete on register_parameter
  referencing old table as old_rows for each statement execute function recompute_after_register_change();

create function recompute_after_gas_coefficient_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    perform enqueue_recompute(array_agg(r.id), array_agg(c.valid))
       from new_rows c join meter m on m.delivery_point_id = c.delivery_point_id join register r on r.meter_id = m.id;
  end if;
  if tg_op <> 'INSERT' then
    perform enqueue_recompute(array_agg(r.id), array_agg(c.valid))
       from old_rows c join meter m on m.delivery_point_id = c.delivery_point_id join register r on r.meter_id = m.id;
  end if;
  return null;
end $$;
create trigger gas_coefficient_insert_recomputes after insert on gas_coefficient
  referencing new table as new_rows for each statement execute function recompute_after_gas_coefficient_change();
create trigger gas_coefficient_update_recomputes after update on gas_coefficient
  referencing new table as new_rows old table as old_rows for each statement execute function recompute_after_gas_coefficient_change();
create trigger gas_coefficient_delete_recomputes after delete on gas_coefficient
  referencing old table as old_rows for each statement execute function recompute_after_gas_coefficient_change();

create function recompute_after_register_definition() returns trigger language plpgsql as $$
begin
  perform enqueue_recompute(array[new.id], array[tstzrange(null, null)]);
  return null;
end $$;
create trigger register_unit_recomputes after update of unit, kind on register
  for each row when ((old.unit, old.kind) is distinct from (new.unit, new.kind)) execute function recompute_after_register_definition();

create function recompute_after_meter_definition() returns trigger language plpgsql as $$
begin
  perform enqueue_recompute(array_agg(id), array_agg(tstzrange(null, null))) from register where meter_id = new.id;
  return null;
end $$;
create trigger meter_energy_recomputes after update of energy, delivery_point_id on meter
  for each row when ((old.energy, old.delivery_point_id) is distinct from (new.energy, new.delivery_point_id))
  execute function recompute_after_meter_definition();

-- The stages that read the outbox; what all of them have passed is pruned.
insert into stage_cursor (stage) values ('consumption');
