import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { dumpSchema } from "./schema-dump.ts";

/** `npm run schema:write` and `schema:check`: the committed packages/database/schema.sql against the migrations. */
const committedFile = fileURLToPath(new URL("../../packages/database/schema.sql", import.meta.url));
const schema = await dumpSchema();

if (process.argv.includes("--write")) {
  await writeFile(committedFile, schema);
  process.stdout.write(`${committedFile} written\n`);
} else {
  const difference = firstDifference(await readFile(committedFile, "utf8"), schema);
  if (difference === undefined) process.stdout.write("packages/database/schema.sql is what the migrations make\n");
  else {
    process.stderr.write(
      `packages/database/schema.sql is not what the migrations make: run "npm run schema:write -w @gtb/database" and commit it.\n${difference}\n`,
    );
    process.exitCode = 1;
  }
}

function firstDifference(committed: string, made: string): string | undefined {
  if (committed === made) return undefined;
  const [old, now] = [committed.split("\n"), made.split("\n")];
  const line = old.findIndex((text, index) => text !== now[index]);
  const at = line === -1 ? old.length : line;
  return `line ${at + 1}:\n- ${old[at] ?? "(end)"}\n+ ${now[at] ?? "(end)"}`;
}
