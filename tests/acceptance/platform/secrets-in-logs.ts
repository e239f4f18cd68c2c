import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Credential, SignedIn } from "../clients/sign-in.ts";

/** Shorter ones would be found by chance. */
const shortestSecret = 8;

/** Every secret that a platform has made for itself, and this session's, by what it is. */
async function secretsOf(home: string, session: SignedIn): Promise<ReadonlyMap<string, string>> {
  const secrets = new Map<string, string>();
  const folder = join(home, "secrets");
  for (const name of await readdir(folder)) secrets.set(name, (await readFile(join(folder, name), "utf8")).trim());
  secrets.set("database owner", (await readFile(join(home, "database", "password"), "utf8")).trim());
  const credentials = JSON.parse(await readFile(join(home, "credentials.json"), "utf8")) as readonly Credential[];
  for (const { email, password } of credentials) secrets.set(`password of ${email}`, password);
  secrets.set("session's cookie", session.cookie.slice(session.cookie.indexOf("=") + 1));
  secrets.set("session's CSRF token", session.csrfToken);
  return secrets;
}

/** Which secret stands in which log of a run that is over, as `log: secret`. Throws where there is nothing to search. */
export async function secretsInLogs(home: string, session: SignedIn): Promise<readonly string[]> {
  const secrets = await secretsOf(home, session);
  const folder = join(home, "logs");
  const found: string[] = [];
  const names = await readdir(folder);
  for (const name of names) {
    const text = await readFile(join(folder, name), "utf8");
    for (const [what, secret] of secrets) {
      if (secret.length < shortestSecret) throw new Error(`${what} is too short to be looked for`);
      if ([secret, encodeURIComponent(secret)].some((form) => text.includes(form))) found.push(`${name}: ${what}`);
    }
  }
  for (const service of ["supervisor.log", "api.log", "ingestion.log", "jobs.log", "database.log", "broker.log"])
    if (!names.includes(service)) throw new Error(`${folder} has no ${service}`);
  return found;
}

/** What of a platform's home others of the machine could read though it has secrets in it. */
export async function openSecrets(home: string): Promise<readonly string[]> {
  const open: string[] = [];
  for (const name of ["status.json", "credentials.json", "database/password"])
    if (((await stat(join(home, name))).mode & 0o077) !== 0) open.push(name);
  for (const name of ["", "secrets"])
    if (((await stat(join(home, name))).mode & 0o077) !== 0) open.push(`folder ${name}`);
  return open;
}
