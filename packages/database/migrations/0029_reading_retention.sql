-- Raw readings are kept for as long as the configuration says, hours for ever. What was computed from readings that are gone is
-- never computed again from what is left of them: a late reading brings a chunk back, so what was dropped is noted here.
create table reading_floor (
  only_one boolean primary key default true check (only_one),
  -- Readings before were dropped; one that lies there has arrived since.
  readings_from timestamptz not null
);
grant select on reading_floor to gtb_jobs;

-- Drops whole chunks of readings that end before; notes from when on readings are still there, and returns it.
create function drop_readings_before(wanted timestamptz) returns timestamptz
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  dropped_to timestamptz;
begin
  if wanted > now() - interval '730 days' then
    raise exception 'readings of the last two years are kept' using errcode = 'check_violation';
  end if;
  select max(range_end) into dropped_to from timescaledb_information.chunks
   where hypertable_schema = 'public' and hypertable_name = 'reading' and range_end <= wanted;
  if dropped_to is null then return null; end if;
  insert into reading_floor (readings_from) values (dropped_to)
    on conflict (only_one) do update set readings_from = greatest(reading_floor.readings_from, excluded.readings_from);
  perform drop_chunks('reading', older_than => wanted);
  return dropped_to;
end $$;
revoke execute on function drop_readings_before(timestamptz) from public;
grant execute on function drop_readings_before(timestamptz) to gtb_jobs;
