import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { databaseUrl, readConfig } from "./config.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

const Environment = z.object({
  GTB_DATABASE_URL: databaseUrl.optional(),
  GTB_HOME: z.string().default(join(repository, ".runtime")),
});

/** What we need of the file in which the supervisor of `npm start` says what runs. */
const PlatformStatus = z.object({ addresses: z.object({ database: databaseUrl }) });

/** GTB_DATABASE_URL, else the database of the platform that runs in GTB_HOME. Throws where there is neither. */
export async function findDatabaseUrl(): Promise<string> {
  const { GTB_DATABASE_URL, GTB_HOME } = readConfig(Environment);
  if (GTB_DATABASE_URL !== undefined) return GTB_DATABASE_URL;
  const statusFile = resolve(GTB_HOME, "status.json");
  const text = await readFile(statusFile, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new Error(`Aucune plateforme ne tourne dans ${GTB_HOME} : lancez « npm start », ou donnez GTB_DATABASE_URL.`);
  return PlatformStatus.parse(JSON.parse(text)).addresses.database;
}

/** The folder of the platform that `npm start` runs. */
export function findHome(): string {
  return resolve(readConfig(Environment.pick({ GTB_HOME: true })).GTB_HOME);
}
