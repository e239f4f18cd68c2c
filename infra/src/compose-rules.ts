import { z } from "zod";
import { mosquittoImage, timescaledbImage } from "./images.ts";

const Service = z.looseObject({
  image: z.string(),
  restart: z.string().optional(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  privileged: z.boolean().optional(),
  healthcheck: z.unknown().optional(),
  mem_limit: z.string().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
});
type Service = z.infer<typeof Service>;

const ComposeFile = z.looseObject({ services: z.record(z.string(), Service) });

export interface ComposeSettings {
  /** Content of infra/chirpstack/chirpstack.toml. */
  readonly chirpstack: string;
}

/** What we ask of docker-compose.yml beyond the schema; returns one sentence a fault. */
export function checkComposeRules(file: unknown, { chirpstack }: ComposeSettings): readonly string[] {
  const { services } = ComposeFile.parse(file);
  const faults = Object.entries(services).flatMap(([name, service]) =>
    serviceFaults(service).map((fault) => `${name}: ${fault}`),
  );
  for (const [name, image] of [
    ["timescaledb", timescaledbImage],
    ["mosquitto", mosquittoImage],
  ] as const) {
    if (services[name]?.image !== image) faults.push(`${name}: tests use ${image}`);
  }
  for (const [name, settings] of [
    ["timescaledb", "./infra/timescaledb/postgresql.conf:"],
    ["mosquitto", "./infra/mosquitto/mosquitto.conf:"],
  ] as const) {
    const shared = services[name]?.volumes.some((volume) => volume.startsWith(settings) && volume.endsWith(":ro"));
    if (!shared) faults.push(`${name}: does not mount ${settings}, the settings of the native way`);
  }
  const owners = Object.keys(services).filter((name) => services[name]?.secrets.includes("database-password"));
  if (owners.sort().join() !== "migrate,timescaledb") {
    faults.push(`${owners.join(", ")}: the database's owner is for what migrates only`);
  }
  for (const [name, { image, environment, secrets }] of Object.entries(services)) {
    const role = environment["GTB_DATABASE_ROLE"];
    if (image !== "gtb:local" || name === "migrate") continue;
    if (role === undefined || !secrets.includes(`${role}-password`))
      faults.push(`${name}: no database role of its own`);
  }
  if (!/^\[integration\.mqtt\]$[^[]*^qos = 1$/m.test(chirpstack)) {
    faults.push("chirpstack: publishes its events with QoS 0, which loses them");
  }
  return faults;
}

function serviceFaults(service: Service): string[] {
  const oneShot = service.restart === "no";
  return [
    [!/:.*\d+\.\d+/.test(service.image) && service.image !== "gtb:local", `image ${service.image} is not pinned`],
    [service.healthcheck === undefined && !oneShot, "has no health check"],
    [service.restart === undefined, "does not say when it restarts"],
    [service.read_only !== true, "can write to its own file system"],
    [!service.cap_drop?.includes("ALL"), "keeps the engine's default capabilities"],
    [!service.security_opt?.includes("no-new-privileges:true"), "may gain privileges"],
    [service.privileged === true, "is privileged"],
    [service.mem_limit === undefined, "may take all memory"],
    ...service.ports.map((port) => [!isOnLoopback(port), `port ${port} is not on loopback`] as const),
    ...Object.entries(service.environment).map(
      ([key, value]) => [isInlineSecret(key, value), `${key} is a secret in the file`] as const,
    ),
  ].flatMap(([isFault, fault]) => (isFault ? [String(fault)] : []));
}

/** On loopback unless the operator says otherwise in a variable. */
function isOnLoopback(port: string): boolean {
  return /^(127\.0\.0\.1|\$\{\w+:-127\.0\.0\.1\}):/.test(port);
}

function isInlineSecret(key: string, value: string): boolean {
  const isReference = key.endsWith("_FILE") || value.startsWith("/run/secrets/");
  return !isReference && (/(PASSWORD|SECRET|TOKEN)$/.test(key) || /:\/\/[^/]*:[^/]*@/.test(value));
}
