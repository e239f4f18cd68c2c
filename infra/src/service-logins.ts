import { createPool } from "@gtb/database/pool";
import { giveLogin, type ServiceRole, serviceRoles } from "@gtb/database/queries/give-login";
import { limitDatabase } from "@gtb/database/queries/limit-database";
import { keepSecret, type SecretPlace } from "./keep-secret.ts";
import { scramVerifier } from "./scram-verifier.ts";

export type ServiceUrls = Readonly<Record<ServiceRole, string>>;

/**
 * Lets each service's role log in, with a password of its own from `<role>-password` in the secrets' folder, made at the
 * first call, and keeps the database to them. `ownerUrl`: of whoever made the roles and owns the database. Returns each
 * role's URL of it.
 *
 * Roles belong to the whole cluster: two platforms with a database each on one server must share the folder, else each
 * start shuts the other out.
 */
export async function giveServiceLogins(ownerUrl: string, secrets: SecretPlace): Promise<ServiceUrls> {
  const pool = createPool({ databaseUrl: ownerUrl, applicationName: "gtb-service-logins", maxConnections: 1 });
  try {
    await limitDatabase(pool);
    const urls: [ServiceRole, string][] = [];
    for (const role of serviceRoles) {
      const password = await keepSecret(secrets, `${role}-password`);
      await giveLogin(pool, role, scramVerifier(password, role));
      urls.push([role, urlAs(ownerUrl, role, password)]);
    }
    return Object.fromEntries(urls) as ServiceUrls;
  } finally {
    await pool.end();
  }
}

function urlAs(databaseUrl: string, user: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = user;
  url.password = password;
  return url.href;
}
