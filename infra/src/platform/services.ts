import { join, resolve } from "node:path";
import type { BrokerUrls } from "../broker-urls.ts";
import { type Certificates, readAuthority } from "../certificates/certificate-files.ts";
import { checkHttp, checkHttps } from "../http-health.ts";
import { mailEnvironment } from "../mail-catcher/mail-environment.ts";
import { checkMailServer } from "../mail-catcher/smtp-health.ts";
import { ManagedProcess } from "../managed-process.ts";
import type { ServiceUrls } from "../service-logins.ts";
import { type PlatformConfig, type Ports, repositoryFolder } from "./config.ts";

export interface ServiceDefinition {
  readonly name: string;
  /** From the repository's root. */
  readonly program: string;
  /** Options of Node that must stand before it. */
  readonly nodeOptions?: readonly string[];
  /** The port whose `/healthz` says that the service works, unless `checkHealth` asks in another way. */
  readonly port: keyof Ports;
  readonly checkHealth?: (port: number, access: PlatformAccess) => Promise<void>;
  /** Its own variables: the port and, where it has one, the host; and only those URLs that it needs. */
  readonly environment: (port: string, access: PlatformAccess) => Readonly<Record<string, string>>;
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
    environment: (port, { databases, broker }) => ({
      ...healthPort(port),
      GTB_DATABASE_URL: databases.gtb_ingestion,
      GTB_MQTT_URL: broker.ingestion,
    }),
    healthyWithinMs: 60_000,
    stopsWithinMs: 15_000,
  },
  {
    name: "jobs",
    program: "services/jobs/src/main.ts",
    port: "jobs",
    environment: (port, { databases, publicUrl }) => ({
      ...healthPort(port),
      GTB_DATABASE_URL: databases.gtb_jobs,
      GTB_PUBLIC_URL: publicUrl,
    }),
    healthyWithinMs: 60_000,
    stopsWithinMs: 20_000,
  },
  {
    name: "api",
    program: "services/api/src/main.ts",
    port: "api",
    checkHealth: checkPortal,
    environment: (port, { databases, listen, publicUrl, tls }) => ({
      GTB_API_HOST: listen,
      GTB_API_PORT: port,
      GTB_DATABASE_URL: databases.gtb_api,
      GTB_AUTH_DATABASE_URL: databases.gtb_auth,
      GTB_PUBLIC_URL: publicUrl,
      ...(tls && { GTB_TLS_CERT: tls.portal.certificate, GTB_TLS_KEY: tls.portal.key }),
      GTB_WEB_DIST: join(repositoryFolder, "services/web/dist"),
    }),
    healthyWithinMs: 60_000,
    stopsWithinMs: 10_000,
  },
  {
    // Keeps the mails that jobs send, where no mail server is given.
    name: "mail",
    program: "infra/src/mail-catcher/main.ts",
    port: "mail",
    checkHealth: (port) => checkMailServer("127.0.0.1", port),
    environment: (port) => ({ GTB_MAIL_CATCHER_PORT: port }),
    healthyWithinMs: 60_000,
    stopsWithinMs: 10_000,
  },
  {
    // Declares the demonstrator before it is healthy; the history goes on loading behind it.
    name: "simulator",
    program: "simulators/buildings/src/main.ts",
    port: "simulator",
    // It declares everything, as an operator would: the owner's URL.
    environment: (port, { owner, broker }) => ({
      ...healthPort(port),
      GTB_DATABASE_URL: owner,
      GTB_MQTT_URL: broker.platform,
    }),
    demonstrator: true,
    healthyWithinMs: 180_000,
    stopsWithinMs: 10_000,
  },
];

/** Over TLS where the portal has it: its health has no door of its own. */
async function checkPortal(port: number, { tls }: PlatformAccess): Promise<void> {
  if (tls === undefined) return checkHttp(`http://127.0.0.1:${port}/healthz`);
  await checkHttps(`https://127.0.0.1:${port}/healthz`, await readAuthority(tls));
}

/** First what brings in work, last what all others need. */
export const stopOrder = ["simulator", "ingestion", "jobs", "api", "mail", "broker", "database"] as const;

/** Every way in that the supervisor knows; each service is told its own and no other. */
export interface PlatformAccess {
  /** URL of the database as its owner: migrations, the simulator, the operators' command line. */
  readonly owner: string;
  readonly databases: ServiceUrls;
  readonly broker: BrokerUrls;
  /** The address on which the portal listens. */
  readonly listen: string;
  /** Where people reach the portal. */
  readonly publicUrl: string;
  readonly tls: Certificates | undefined;
}

/** Never passed on from our own environment. */
const ways = ["GTB_DATABASE_URL", "GTB_AUTH_DATABASE_URL", "GTB_MQTT_URL"];

/** The service as a process of this machine. Not started yet. */
export function createService(
  definition: ServiceDefinition,
  config: PlatformConfig,
  access: PlatformAccess,
): ManagedProcess {
  const port = config.ports[definition.port];
  return new ManagedProcess({
    name: definition.name,
    command: [process.execPath, ...(definition.nodeOptions ?? []), resolve(repositoryFolder, definition.program)],
    workingFolder: repositoryFolder,
    logFile: join(config.home, "logs", `${definition.name}.log`),
    graceMs: definition.stopsWithinMs,
    environment: {
      ...Object.fromEntries(Object.entries(config.environment).filter(([name]) => !ways.includes(name))),
      ...mailEnvironment(config.environment, config.ports.mail),
      GTB_HOME: config.home,
      // Types stripped and code compiled at the last start: half of a service's starting time.
      NODE_COMPILE_CACHE: join(config.home, "compile-cache"),
      GTB_LOG_LEVEL: config.logLevel,
      ...definition.environment(String(port), access),
    },
    checkHealth: () => definition.checkHealth?.(port, access) ?? checkHttp(`http://127.0.0.1:${port}/healthz`),
  });
}
