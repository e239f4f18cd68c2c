#!/bin/sh
# Our services read URLs from the environment; passwords come as files.
set -eu
GTB_DATABASE_URL="postgresql://gtb:$(cat /run/secrets/database-password)@timescaledb:5432/gtb"
export GTB_DATABASE_URL
if [ -r /run/secrets/mqtt-ingestion-password ]; then
  GTB_MQTT_URL="mqtt://ingestion:$(cat /run/secrets/mqtt-ingestion-password)@mosquitto:1883"
  export GTB_MQTT_URL
fi
if [ -s /run/secrets/smtp-url ]; then
  GTB_SMTP_URL="$(cat /run/secrets/smtp-url)"
  export GTB_SMTP_URL
fi
exec node "$@"
