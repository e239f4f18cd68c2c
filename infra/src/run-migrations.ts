import { migrate } from "@gtb/database/migrate";
import { databaseUrl, readConfig } from "@gtb/service-kit/config";
import { z } from "zod";

/** Brings the database of GTB_DATABASE_URL to this version: the one-shot service `migrate` of docker-compose.yml. */
const { GTB_DATABASE_URL } = readConfig(z.object({ GTB_DATABASE_URL: databaseUrl }));
await migrate(GTB_DATABASE_URL, { onProgress: ({ name }) => process.stdout.write(`applying ${name}\n`) });
process.stdout.write("the database is at this version\n");
