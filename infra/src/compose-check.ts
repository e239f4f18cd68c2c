import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { checkComposeRules } from "./compose-rules.ts";
import { checkComposeSchema, readComposeFile, repositoryUrl } from "./compose-schema.ts";

/** `npm run compose:check`: the schema, our own rules, and `docker-compose config` where a client is installed. */
const file = await readComposeFile();
const chirpstack = await readFile(new URL("infra/chirpstack/chirpstack.toml", repositoryUrl), "utf8");
const faults = [...(await checkComposeSchema(file)), ...checkComposeRules(file, { chirpstack })];

const client = await findClient();
if (client === undefined) process.stdout.write("no docker-compose here: its own check is left out\n");
else {
  const [program = "", ...args] = client;
  await promisify(execFile)(program, [...args, "-f", "docker-compose.yml", "config", "-q"], {
    cwd: repositoryUrl,
  }).catch((error: Error) => faults.push(error.message));
}

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`docker-compose.yml: ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function findClient(): Promise<readonly string[] | undefined> {
  for (const candidate of [["docker", "compose"], ["docker-compose"]]) {
    const [program = "", ...args] = candidate;
    const works = await promisify(execFile)(program, [...args, "version"]).then(
      () => true,
      () => false,
    );
    if (works) return candidate;
  }
  return undefined;
}
