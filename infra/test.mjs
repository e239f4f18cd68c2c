// npm test [-- <arguments of vitest>]
import { command, installPackages, runNode } from "./launcher.mjs";

await command(async () => {
  await installPackages();
  const prepared = await runNode(["infra/src/prepare-tests.ts"]);
  if (prepared !== 0) return prepared;
  return runNode(["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]);
});
