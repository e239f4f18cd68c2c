// npm run check: everything that is not a test, one after the other; all run, even when one fails.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command, installPackages, repository, runNpm } from "./launcher.mjs";

const checks = [
  "check:types",
  "check:style",
  "check:unused",
  "check:schema",
  "check:openapi",
  "check:dashboards",
  "compose:check",
];

await command(async () => {
  await installPackages();
  const failed = [];
  for (const name of checks) {
    process.stdout.write(`\n— ${name}\n`);
    if ((await runNpm(["run", "--silent", name])) !== 0) failed.push(name);
  }
  const folder = join(repository, ".runtime/ci");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "checks.json"), JSON.stringify({ passed: checks.length - failed.length, failed }));
  process.stdout.write(
    `\nchecks: ${checks.length - failed.length} passed, ${failed.length} failed ${failed.join(" ")}\n`,
  );
  return failed.length === 0 ? 0 : 1;
});
