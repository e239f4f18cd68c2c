/** Images of the backing services, as pinned in docker-compose.yml: `compose:check` compares. */
export const timescaledbImage = "timescale/timescaledb:2.19.3-pg17";
export const mosquittoImage = "eclipse-mosquitto:2.0.22";
