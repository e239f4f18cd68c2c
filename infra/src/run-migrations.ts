import { databaseUrl, readConfig } from "@gtb/service-kit/config";
import { z } from "zod";
import { bringUpToDate } from "./bring-up-to-date.ts";

/** Brings the database of GTB_DATABASE_URL to this version: the one-shot service `migrate` of docker-compose.yml. */
const { GTB_DATABASE_URL } = readConfig(z.object({ GTB_DATABASE_URL: databaseUrl }));
await bringUpToDate(GTB_DATABASE_URL, (line) => process.stdout.write(`${line}\n`));
process.stdout.write("the database is at this version\n");
