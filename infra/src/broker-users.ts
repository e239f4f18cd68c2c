import { pbkdf2Sync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { keepSecret, type SecretPlace } from "./keep-secret.ts";

/** Whom the broker knows; `infra/mosquitto/topics.acl` says what each may do. */
export const brokerUsers = ["platform", "ingestion", "chirpstack", "gateway-bridge"] as const;
export type BrokerUser = (typeof brokerUsers)[number];
export type BrokerPasswords = Readonly<Record<BrokerUser, string>>;

/** The broker's password file, as it lies in the secrets' folder. */
export const brokerUsersFile = "mosquitto-users";

/** The password of each of the broker's users, made at the first call, and the password file that follows from them. */
export async function ensureBrokerUsers(place: SecretPlace): Promise<BrokerPasswords> {
  const users: [BrokerUser, string][] = [];
  for (const user of brokerUsers) users.push([user, await keepSecret(place, `mqtt-${user}-password`)]);
  const lines = users.map(([user, password]) => `${user}:${mosquittoHash(password, user)}\n`);
  await writeFile(join(place.folder, brokerUsersFile), lines.join(""), { mode: place.mode ?? 0o600 });
  return Object.fromEntries(users) as BrokerPasswords;
}

/** As `mosquitto_passwd` writes it: PBKDF2, SHA-512, 101 rounds, 12 bytes of salt. */
function mosquittoHash(password: string, user: string): string {
  const rounds = 101;
  // From user and password, so that the file does not change at each start.
  const salt = pbkdf2Sync(user, password, 1, 12, "sha512");
  const hash = pbkdf2Sync(password, salt, rounds, 64, "sha512");
  return `$7$${rounds}$${salt.toString("base64")}$${hash.toString("base64")}`;
}
