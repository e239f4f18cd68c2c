import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serviceRoles } from "@gtb/database/queries/give-login";
import { type BrokerPasswords, ensureBrokerUsers } from "./broker-users.ts";
import { keepSecret } from "./keep-secret.ts";

export interface ComposeSecrets {
  readonly databasePassword: string;
  readonly broker: BrokerPasswords;
}

/** Secrets of docker-compose.yml: one file each, and the broker's users. Made once, then kept. */
const generated = [
  "database-password",
  "chirpstack-database-password",
  "grafana-database-password",
  "grafana-admin-password",
  "chirpstack-api-secret",
  ...serviceRoles.map((role) => `${role}-password`),
];

const givenByOthers = ["smtp-url", "oidc-client-secret"] as const;

/**
 * Writes the secrets that are not there yet into `folder`. Only the folder's owner gets in; the files themselves can be
 * read by everyone, because compose shows them to containers whose users are not the owner.
 */
export async function ensureComposeSecrets(folder: string): Promise<ComposeSecrets> {
  const place = { folder, mode: 0o644 };
  for (const name of generated) await keepSecret(place, name);
  // Not ours to make: they stay empty until an operator writes the mail server's address, the provider's secret.
  for (const name of givenByOthers) await writeFile(join(folder, name), "", { mode: 0o644, flag: "a" });
  return { databasePassword: await keepSecret(place, "database-password"), broker: await ensureBrokerUsers(place) };
}
