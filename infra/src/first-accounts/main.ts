import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseUrl, readConfig } from "@gtb/service-kit/config";
import { z } from "zod";
import { makeFirstAccounts } from "./make-first-accounts.ts";

/**
 * `docker compose run --rm -e GTB_FIRST_ADMIN_EMAIL=… migrate infra/src/first-accounts/main.ts`: the first administrator of a
 * platform that has none. The password is shown once and kept nowhere.
 */
const config = readConfig(z.object({ GTB_DATABASE_URL: databaseUrl, GTB_FIRST_ADMIN_EMAIL: z.email() }));
const home = await mkdtemp(join(tmpdir(), "gtb-first-account-"));
try {
  const [made] = await makeFirstAccounts({
    ownerUrl: config.GTB_DATABASE_URL,
    home,
    withDemonstrator: false,
    production: true,
    administratorEmail: config.GTB_FIRST_ADMIN_EMAIL,
  });
  process.stdout.write(
    made === undefined ? "somebody administers the agency already\n" : `${made.email}\n${made.password}\n`,
  );
} finally {
  await rm(home, { recursive: true, force: true });
}
