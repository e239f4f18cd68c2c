-- Compression exists only in TimescaleDB's community edition; Debian's build is the Apache one and goes without.
do $$ begin
  if current_setting('timescaledb.license', true) = 'timescale' then
    alter table uplink set (timescaledb.compress, timescaledb.compress_segmentby = 'dev_eui', timescaledb.compress_orderby = 'time');
    alter table reading set (timescaledb.compress, timescaledb.compress_segmentby = 'point_id', timescaledb.compress_orderby = 'time');
    alter table reading_history set (timescaledb.compress, timescaledb.compress_segmentby = 'point_id', timescaledb.compress_orderby = 'time');
    alter table consumption set (timescaledb.compress, timescaledb.compress_segmentby = 'register_id', timescaledb.compress_orderby = 'hour');
    alter table consumption_history set (timescaledb.compress, timescaledb.compress_segmentby = 'register_id', timescaledb.compress_orderby = 'hour');
    -- Late readings and corrections reach back for weeks: what is older is rarely written again.
    perform add_compression_policy('uplink', interval '30 days');
    perform add_compression_policy('reading', interval '60 days');
    perform add_compression_policy('reading_history', interval '90 days');
    perform add_compression_policy('consumption', interval '120 days');
    perform add_compression_policy('consumption_history', interval '120 days');
  end if;
end $$;
