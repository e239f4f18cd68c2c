// npm stop
import { command, installPackages, runNode } from "./launcher.mjs";

await command(async () => {
  await installPackages();
  return runNode(["infra/src/platform/stop.ts"]);
});
