// npm start [-- --detach] [-- --empty]
import { command, installPackages, runNode } from "./launcher.mjs";

await command(async () => {
  await installPackages();
  return runNode(["infra/src/platform/main.ts", ...process.argv.slice(2)]);
});
