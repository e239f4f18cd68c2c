-- Whoever was made for the demonstrator: shut out where NODE_ENV=production.
alter table app_user add column demonstrator boolean not null default false;

-- The types of devices and their codecs are brought up to date with the schema, by its owner.
revoke insert, update on device_type, codec_version from gtb_ingestion, gtb_jobs;
