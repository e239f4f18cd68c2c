import { pbkdf2Sync, randomBytes } from "node:crypto";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface ComposeSecrets {
  readonly databasePassword: string;
  readonly platformMqttPassword: string;
}

/** Secrets of docker-compose.yml: one file each, and the broker's users. Made once, then kept. */
const generated = [
  "database-password",
  "chirpstack-database-password",
  "grafana-database-password",
  "grafana-admin-password",
  "chirpstack-api-secret",
] as const;
const mqttUsers = ["platform", "ingestion", "chirpstack", "gateway-bridge"] as const;

/**
 * Writes the secrets that are not there yet into `folder`. Only the folder's owner gets in; the files themselves can be
 * read by everyone, because compose shows them to containers whose users are not the owner.
 */
export async function ensureComposeSecrets(folder: string): Promise<ComposeSecrets> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of generated) await keepSecret(folder, name);
  const lines: string[] = [];
  for (const user of mqttUsers) {
    lines.push(`${user}:${mosquittoHash(await keepSecret(folder, `mqtt-${user}-password`), user)}`);
  }
  await writeFile(join(folder, "mosquitto-users"), `${lines.join("\n")}\n`, { mode: 0o644 });
  return {
    databasePassword: await keepSecret(folder, "database-password"),
    platformMqttPassword: await keepSecret(folder, "mqtt-platform-password"),
  };
}

async function keepSecret(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const known = await access(path).then(
    () => true,
    () => false,
  );
  if (!known) await writeFile(path, randomBytes(24).toString("base64url"), { mode: 0o644 });
  return (await readFile(path, "utf8")).trim();
}

/** As `mosquitto_passwd` writes it: PBKDF2, SHA-512, 101 rounds, 12 bytes of salt. */
function mosquittoHash(password: string, user: string): string {
  const rounds = 101;
  // From user and password, so that the file does not change at each start.
  const salt = pbkdf2Sync(user, password, 1, 12, "sha512");
  const hash = pbkdf2Sync(password, salt, rounds, 64, "sha512");
  return `$7$${rounds}$${salt.toString("base64")}$${hash.toString("base64")}`;
}
