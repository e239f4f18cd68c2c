import { join, resolve } from "node:path";
import { checkHttp } from "../http-health.ts";
import { ManagedProcess } from "../managed-process.ts";
import { type PlatformConfig, type Ports, repositoryFolder } from "./config.ts";

export interface ServiceDefinition {
  readonly name: string;
  /** From the repository's root. */
  readonly program: string;
  /** Options of Node that must stand before it. */
  readonly nodeOptions?: readonly string[];
  /** The port whose `/healthz` says that the service works. */
  readonly port: keyof Ports;
  /** Names of the variables that carry the port and, where it has one, the host. */
  readonly environment: (port: string) => Readonly<Record<string, string>>;
  /** Only with the demonstrator; not with `--empty`. */
  readonly demonstrator?: boolean;
  readonly healthyWithinMs: number;
  readonly stopsWithinMs: number;
}

const healthPort = (port: string) => ({ GTB_HEALTH_HOST: "127.0.0.1", GTB_HEALTH_PORT: port });

/** What runs, which starts together, the demonstrator last; it stops in `stopOrder`. */
export const platformServices: readonly ServiceDefinition[] = [
  {
    name: "ingestion",
    program: "services/ingestion/src/main.ts",
    // A batch lives longer than V8's small young generation: with room for it, an uplink costs a twentieth less.
    nodeOptions: ["--max-semi-space-size=64"],
    port: "ingestion",
    environment: healthPort,
    healthyWithinMs: 60_000,
    stopsWithinMs: 15_000,
  },
  {
    name: "jobs",
    program: "services/jobs/src/main.ts",
    port: "jobs",
    environment: healthPort,
    healthyWithinMs: 60_000,
    stopsWithinMs: 20_000,
  },
  {
    name: "api",
    program: "services/api/src/main.ts",
    port: "api",
    environment: (port) => ({
      GTB_API_HOST: "127.0.0.1",
      GTB_API_PORT: port,
      GTB_WEB_DIST: join(repositoryFolder, "services/web/dist"),
    }),
    healthyWithinMs: 60_000,
    stopsWithinMs: 10_000,
  },
  {
    // Declares the demonstrator before it is healthy; the history goes on loading behind it.
    name: "simulator",
    program: "simulators/buildings/src/main.ts",
    port: "simulator",
    environment: healthPort,
    demonstrator: true,
    healthyWithinMs: 180_000,
    stopsWithinMs: 10_000,
  },
];

/** First what brings in work, last what all others need. */
export const stopOrder = ["simulator", "ingestion", "jobs", "api", "broker", "database"] as const;

export interface ServiceUrls {
  readonly databaseUrl: string;
  readonly mqttUrl: string;
}

/** The service as a process of this machine. Not started yet. */
export function createService(
  definition: ServiceDefinition,
  config: PlatformConfig,
  urls: ServiceUrls,
): ManagedProcess {
  const port = config.ports[definition.port];
  return new ManagedProcess({
    name: definition.name,
    command: [process.execPath, ...(definition.nodeOptions ?? []), resolve(repositoryFolder, definition.program)],
    workingFolder: repositoryFolder,
    logFile: join(config.home, "logs", `${definition.name}.log`),
    graceMs: definition.stopsWithinMs,
    environment: {
      ...config.environment,
      GTB_HOME: config.home,
      // Types stripped and code compiled at the last start: half of a service's starting time.
      NODE_COMPILE_CACHE: join(config.home, "compile-cache"),
      GTB_LOG_LEVEL: config.logLevel,
      GTB_DATABASE_URL: urls.databaseUrl,
      GTB_MQTT_URL: urls.mqttUrl,
      ...definition.environment(String(port)),
    },
    checkHealth: () => checkHttp(`http://127.0.0.1:${port}/healthz`),
  });
}
