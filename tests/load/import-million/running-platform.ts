import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findDatabaseUrl, findHome } from "@gtb/service-kit/running-platform";

export interface RunningPlatform {
  readonly home: string;
  readonly api: string;
  readonly database: string;
  readonly credentialsFile: string;
}

/** The platform that `npm start` runs in GTB_HOME. */
export async function readPlatform(): Promise<RunningPlatform> {
  const home = findHome();
  const { addresses } = JSON.parse(await readFile(join(home, "status.json"), "utf8")) as {
    readonly addresses: { readonly api: string };
  };
  return {
    home,
    api: addresses.api,
    database: await findDatabaseUrl(),
    credentialsFile: join(home, "credentials.json"),
  };
}
