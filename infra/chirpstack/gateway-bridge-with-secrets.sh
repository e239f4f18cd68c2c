#!/bin/sh
set -eu
INTEGRATION__MQTT__AUTH__GENERIC__PASSWORD="$(cat /run/secrets/mqtt-gateway-bridge-password)"
export INTEGRATION__MQTT__AUTH__GENERIC__PASSWORD
exec chirpstack-gateway-bridge -c /etc/chirpstack-gateway-bridge/gateway-bridge.toml
