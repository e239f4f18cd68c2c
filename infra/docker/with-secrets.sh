#!/bin/sh
# Our services read URLs from the environment; passwords come as files. GTB_DATABASE_ROLE: whom a service is to the
# database, with a password of its own; only what migrates is the owner.
set -eu
role="${GTB_DATABASE_ROLE:-gtb}"
url_as() {
  file="$1-password"
  if [ "$1" = gtb ]; then file=database-password; fi
  printf 'postgresql://%s:%s@timescaledb:5432/gtb' "$1" "$(cat "/run/secrets/$file")"
}
GTB_DATABASE_URL="$(url_as "$role")"
export GTB_DATABASE_URL
if [ "$role" = gtb_api ]; then
  GTB_AUTH_DATABASE_URL="$(url_as gtb_auth)"
  export GTB_AUTH_DATABASE_URL
fi
if [ -r /run/secrets/mqtt-ingestion-password ]; then
  GTB_MQTT_URL="mqtt://ingestion:$(cat /run/secrets/mqtt-ingestion-password)@mosquitto:1883"
  export GTB_MQTT_URL
fi
if [ -s /run/secrets/smtp-url ]; then
  GTB_SMTP_URL="$(cat /run/secrets/smtp-url)"
  export GTB_SMTP_URL
fi
if [ -s /run/secrets/oidc-client-secret ]; then
  GTB_OIDC_CLIENT_SECRET="$(cat /run/secrets/oidc-client-secret)"
  export GTB_OIDC_CLIENT_SECRET
fi
exec node "$@"
