import { hasDockerEngine } from "./docker-engine.ts";
import { ensureHostPackages } from "./native/host-packages.ts";
import { defaultCacheFolder, ensurePrefix } from "./native/prefix.ts";

/** What `npm test` needs on the machine beside npm's packages: a browser, and servers where no engine gives them. */
const progress = (line: string): void => void process.stderr.write(`${line}\n`);
try {
  await ensureHostPackages(["chromium"], progress);
  if (!(await hasDockerEngine())) await ensurePrefix(defaultCacheFolder(), progress);
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
