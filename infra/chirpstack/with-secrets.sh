#!/bin/sh
# ChirpStack reads its settings' variables from the environment; secrets come as files.
set -eu
CHIRPSTACK_DATABASE_PASSWORD="$(cat /run/secrets/chirpstack-database-password)"
CHIRPSTACK_API_SECRET="$(cat /run/secrets/chirpstack-api-secret)"
CHIRPSTACK_MQTT_PASSWORD="$(cat /run/secrets/mqtt-chirpstack-password)"
export CHIRPSTACK_DATABASE_PASSWORD CHIRPSTACK_API_SECRET CHIRPSTACK_MQTT_PASSWORD
exec chirpstack -c /etc/chirpstack
