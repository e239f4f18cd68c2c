import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ManagedProcess } from "../managed-process.ts";
import { checkBroker } from "../mqtt-health.ts";
import { type SandboxMount, sandboxCommand } from "./sandbox.ts";

const settings = fileURLToPath(new URL("../../mosquitto/mosquitto.conf", import.meta.url));
const topics = fileURLToPath(new URL("../../mosquitto/topics.acl", import.meta.url));

/** A second door to the same broker, for what comes over a network that is not ours. */
export interface BrokerTls {
  readonly address: string;
  readonly port: number;
  /** Files in PEM: the certificate with its chain, and its key. */
  readonly certificate: string;
  readonly key: string;
}

export interface NativeMosquittoOptions {
  readonly prefix: string;
  /** Holds the persistence file; kept from one start to the next. */
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  /** The password file: only its users get in, each to its topics. Undefined, for tests: open to everyone here. */
  readonly usersFile?: string | undefined;
  readonly tls?: BrokerTls | undefined;
}

/** Mosquitto on 127.0.0.1, and with `tls` on a second port. Not started yet. */
export function createMosquitto(options: NativeMosquittoOptions): ManagedProcess {
  const { prefix, folder, port, logFile } = options;
  const data = join(folder, "data");
  const listener = join(folder, "listener");
  return new ManagedProcess({
    name: "broker",
    sandboxed: true,
    logFile,
    graceMs: 30_000,
    command: sandboxCommand(
      {
        prefix,
        mounts: [
          { host: settings, inside: "/mosquitto/config/mosquitto.conf" },
          { host: listener, inside: "/mosquitto/listener" },
          { host: data, inside: "/mosquitto/data", writable: true },
          ...secretMounts(options),
        ],
      },
      ["/usr/sbin/mosquitto", "-c", "/mosquitto/config/mosquitto.conf"],
    ),
    prepare: async () => {
      await mkdir(data, { recursive: true, mode: 0o700 });
      await mkdir(listener, { recursive: true });
      await writeFile(join(listener, "native.conf"), listenerSettings(options));
    },
    checkHealth: () => checkBroker("127.0.0.1", port),
  });
}

function secretMounts({ usersFile, tls }: NativeMosquittoOptions): SandboxMount[] {
  return [
    ...(usersFile === undefined
      ? []
      : [
          { host: topics, inside: "/mosquitto/topics.acl" },
          { host: usersFile, inside: "/mosquitto/users" },
        ]),
    ...(tls === undefined
      ? []
      : [
          { host: tls.certificate, inside: "/mosquitto/certificate.pem" },
          { host: tls.key, inside: "/mosquitto/key.pem" },
        ]),
  ];
}

/** Users and topics hold for every listener: `per_listener_settings` is off. */
function listenerSettings({ port, usersFile, tls }: NativeMosquittoOptions): string {
  return [
    `listener ${port} 127.0.0.1`,
    ...(usersFile === undefined
      ? ["allow_anonymous true"]
      : ["allow_anonymous false", "password_file /mosquitto/users", "acl_file /mosquitto/topics.acl"]),
    ...(tls === undefined
      ? []
      : [
          `listener ${tls.port} ${tls.address}`,
          "certfile /mosquitto/certificate.pem",
          "keyfile /mosquitto/key.pem",
          "tls_version tlsv1.2",
        ]),
    "",
  ].join("\n");
}
