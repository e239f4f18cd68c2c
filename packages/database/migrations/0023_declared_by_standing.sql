-- Of every devEUI that is declared one device stands (0019), and the views' owner reads which: asked there, whether one is
-- declared takes no function that who reads the views could call as well, and a look at an index instead of 0.3 ms.
create or replace view tenant.uplink with (security_barrier) as
  select u.* from public.uplink u
   where u.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read')) and not exists (select from public.standing_device s where s.dev_eui = u.dev_eui);
create or replace view tenant.device_health with (security_barrier) as
  select h.* from public.device_health h
   where h.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read')) and not exists (select from public.standing_device s where s.dev_eui = h.dev_eui);
create or replace view tenant.event_reject with (security_barrier) as
  select e.* from public.event_reject e
   where e.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read'))
         and (e.dev_eui is null or not exists (select from public.standing_device s where s.dev_eui = e.dev_eui));
create or replace view tenant.rejected_measurement with (security_barrier) as
  select m.* from public.rejected_measurement m
   where m.dev_eui in (select s.dev_eui from public.device d join public.standing_device s on s.device_id = d.id)
      or (select may_everywhere('network:read')) and not exists (select from public.standing_device s where s.dev_eui = m.dev_eui);
drop function is_declared(text);
