import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { databaseUrl, logLevel, mqttUrl, readConfig } from "@gtb/service-kit/config";
import { z } from "zod";
import { defaultCacheFolder } from "../native/prefix.ts";

export const repositoryFolder = fileURLToPath(new URL("../../../", import.meta.url));

/** Loose: the services inherit the whole environment, PATH and all. */
const Environment = z.looseObject({
  GTB_HOME: z.string().default(resolve(repositoryFolder, ".runtime")),
  GTB_PORT_BASE: z.coerce.number().int().min(1_024).max(65_500).default(8_420),
  GTB_CACHE_FOLDER: z.string().optional(),
  GTB_BACKING_SERVICES: z.enum(["docker", "native"]).optional(),
  GTB_DATABASE_URL: databaseUrl.optional(),
  GTB_MQTT_URL: mqttUrl.optional(),
  GTB_LOG_LEVEL: logLevel,
  /** Where portal and MQTT over TLS listen: 0.0.0.0 for the network, once there are certificates. */
  GTB_LISTEN: z.string().default("127.0.0.1"),
  /** `on`: with the certificates that `npm run certificates` has made. */
  GTB_TLS: z.enum(["on", "off"]).default("off"),
  /** Who administers a platform that has nobody yet. */
  GTB_FIRST_ADMIN_EMAIL: z.email().default("administration@agence.example"),
  NODE_ENV: z.string().optional(),
});

export interface PlatformConfig {
  readonly home: string;
  readonly cacheFolder: string;
  readonly ports: Ports;
  readonly logLevel: string;
  /** Where given, we use these servers and start none of our own. */
  readonly databaseUrl?: string | undefined;
  readonly mqttUrl?: string | undefined;
  /** Undefined: a Docker engine where one answers, else native. */
  readonly backingServices?: "docker" | "native" | undefined;
  readonly listen: string;
  readonly tls: boolean;
  readonly administratorEmail: string;
  /** No sign-ins of the demonstrator then. */
  readonly production: boolean;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Ports {
  readonly api: number;
  readonly mqtt: number;
  readonly database: number;
  readonly ingestion: number;
  readonly jobs: number;
  readonly simulator: number;
  readonly mail: number;
  readonly mqttTls: number;
}

/** Every port follows from one, so that a second instance can be put beside the first. */
export function portsFrom(base: number): Ports {
  return {
    api: base,
    mqtt: base + 1,
    database: base + 2,
    ingestion: base + 3,
    jobs: base + 4,
    simulator: base + 5,
    mail: base + 6,
    mqttTls: base + 8,
  };
}

export function readPlatformConfig(): PlatformConfig {
  const environment = readConfig(Environment);
  return {
    home: resolve(environment.GTB_HOME),
    cacheFolder: environment.GTB_CACHE_FOLDER ?? defaultCacheFolder(),
    ports: portsFrom(environment.GTB_PORT_BASE),
    logLevel: environment.GTB_LOG_LEVEL,
    databaseUrl: environment.GTB_DATABASE_URL,
    mqttUrl: environment.GTB_MQTT_URL,
    backingServices: environment.GTB_BACKING_SERVICES,
    listen: environment.GTB_LISTEN,
    tls: environment.GTB_TLS === "on",
    administratorEmail: environment.GTB_FIRST_ADMIN_EMAIL,
    production: environment.NODE_ENV === "production",
    environment: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    ),
  };
}
