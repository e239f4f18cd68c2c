import { databaseUrl, readConfig } from "@gtb/service-kit/config";
import { z } from "zod";
import { bringUpToDate } from "./bring-up-to-date.ts";
import { giveServiceLogins } from "./service-logins.ts";

/**
 * Brings the database of GTB_DATABASE_URL to this version: the one-shot service `migrate` of docker-compose.yml. With
 * GTB_SECRETS_FOLDER it also lets the services' roles log in, with the passwords that lie there.
 */
const config = readConfig(z.object({ GTB_DATABASE_URL: databaseUrl, GTB_SECRETS_FOLDER: z.string().optional() }));
await bringUpToDate(config.GTB_DATABASE_URL, (line) => process.stdout.write(`${line}\n`));
if (config.GTB_SECRETS_FOLDER !== undefined) {
  await giveServiceLogins(config.GTB_DATABASE_URL, { folder: config.GTB_SECRETS_FOLDER });
  process.stdout.write("the services' roles may log in\n");
}
process.stdout.write("the database is at this version\n");
