-- PostgreSQL lets everyone execute a new function. What runs as the owner for a trigger would do, on a temporary table of
-- one's own, to any organisation what it does on ours: let another's devEUI stand for one's own device, forget others'
-- idempotency keys, queue jobs. Triggers that are there need no such right.
revoke execute on function bump_registry_version(), decode_again_after_assignment(), recompute_after_register_change(),
  recompute_after_gas_coefficient_change(), recompute_after_register_definition(), recompute_after_meter_definition(),
  check_user_role(), forget_idempotency_keys(), new_devices_stand(), removed_devices_stand_no_more(), renamed_device_stands()
  from public;

-- Whoever reads the walled views may call what stands in them: a Grafana login of one organisation learnt whether another
-- has declared a devEUI. Only to who looks after the network it is said; for others the views do not ask.
create or replace function is_declared(eui text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when may_everywhere('network:read') then exists (select from device where dev_eui = eui) end $$;
