import { join } from "node:path";
import { type BrokerUrls, brokerUrlsOn, sameForAll } from "./broker-urls.ts";
import { brokerUsersFile, ensureBrokerUsers } from "./broker-users.ts";
import { composeServices } from "./compose-services.ts";
import { databaseUrlFor } from "./database-server.ts";
import { hasDockerEngine } from "./docker-engine.ts";
import { secretsFolder } from "./keep-secret.ts";
import type { Progress } from "./native/host-packages.ts";
import { type BrokerTls, createMosquitto } from "./native/mosquitto.ts";
import { createPostgres } from "./native/postgres.ts";
import { ensurePrefix } from "./native/prefix.ts";
import type { Unit } from "./unit.ts";

export interface BackingServicesRequest {
  /** Servers that exist already: we use them and neither start nor stop them. */
  readonly databaseUrl?: string | undefined;
  readonly mqttUrl?: string | undefined;
  /** Where our own keep their data and logs. */
  readonly home: string;
  readonly cacheFolder: string;
  readonly ports: { readonly database: number; readonly mqtt: number };
  /** Undefined: a Docker engine where one answers, else native. */
  readonly way?: "docker" | "native" | undefined;
  /** Of our own broker, the native way. */
  readonly brokerTls?: BrokerTls | undefined;
}

export interface BackingServices {
  /** As the owner of the database. */
  readonly databaseUrl: string;
  readonly brokerUrls: BrokerUrls;
  /** What we run ourselves, in the order of starting. */
  readonly units: readonly Unit[];
  /** For making the database `databaseUrl` names; undefined where the server is not ours. */
  readonly serverUrl?: string | undefined;
}

export const databaseName = "gtb";

/**
 * One way to ask for PostgreSQL + TimescaleDB and an MQTT broker, three ways to get them, each server on its own:
 * its URL in the environment, a Docker engine, or natively. Nothing is started yet.
 */
export async function provideBackingServices(
  request: BackingServicesRequest,
  progress: Progress,
): Promise<BackingServices> {
  const { databaseUrl, mqttUrl } = request;
  if (databaseUrl !== undefined && mqttUrl !== undefined)
    return { databaseUrl, brokerUrls: sameForAll(mqttUrl), units: [] };
  const way = request.way ?? ((await hasDockerEngine()) ? "docker" : "native");
  return way === "docker" ? composeServices(request) : nativeServices(request, progress);
}

async function nativeServices(request: BackingServicesRequest, progress: Progress): Promise<BackingServices> {
  const { home, ports, mqttUrl } = request;
  const prefix = await ensurePrefix(request.cacheFolder, progress);
  const database =
    request.databaseUrl === undefined
      ? await createPostgres({
          prefix,
          folder: join(home, "database"),
          port: ports.database,
          logFile: join(home, "logs", "database.log"),
        })
      : undefined;
  const broker = mqttUrl === undefined ? await nativeBroker(request, prefix) : undefined;
  return {
    databaseUrl: request.databaseUrl ?? databaseUrlFor(database?.serverUrl ?? "", databaseName),
    brokerUrls: broker?.urls ?? sameForAll(mqttUrl ?? ""),
    units: [database?.server, broker?.unit].filter((unit) => unit !== undefined),
    serverUrl: database?.serverUrl,
  };
}

async function nativeBroker(
  { home, ports, brokerTls }: BackingServicesRequest,
  prefix: string,
): Promise<{ readonly unit: Unit; readonly urls: BrokerUrls }> {
  const folder = secretsFolder(home);
  const passwords = await ensureBrokerUsers({ folder });
  const unit = createMosquitto({
    prefix,
    folder: join(home, "broker"),
    port: ports.mqtt,
    logFile: join(home, "logs", "broker.log"),
    usersFile: join(folder, brokerUsersFile),
    tls: brokerTls,
  });
  return { unit, urls: brokerUrlsOn(ports.mqtt, passwords) };
}
