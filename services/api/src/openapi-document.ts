import { readFile, writeFile } from "node:fs/promises";
import { createPool } from "@gtb/database/pool";
import { createLog } from "@gtb/service-kit/log";
import { buildApi } from "./app.ts";

const file = new URL("../openapi.json", import.meta.url);

/** The document as it is committed. No database is needed: a pool connects on first use. */
async function currentDocument(): Promise<string> {
  const pool = createPool({ databaseUrl: "postgresql://nowhere.invalid/none", applicationName: "gtb-openapi" });
  const app = await buildApi({ pool, auth: pool, log: createLog("openapi", "error") });
  try {
    await app.ready();
    return `${JSON.stringify(app.swagger(), null, 2)}\n`;
  } finally {
    await app.close();
    await pool.end();
  }
}

/** `--write` brings openapi.json up to the routes; without, exit code 1 says that it is not. */
const document = await currentDocument();
if (process.argv.includes("--write")) await writeFile(file, document);
else if ((await readFile(file, "utf8").catch(() => "")) !== document) {
  console.error("services/api/openapi.json is not what the routes say: npm run openapi:write -w @gtb/api");
  process.exitCode = 1;
}
