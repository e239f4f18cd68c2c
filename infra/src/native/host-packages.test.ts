import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { listMissingPackages } from "./host-packages.ts";

const run = promisify(execFile);

test("what is there is not missing", async () => {
  // The other tests of this folder have just run bubblewrap.
  expect(await listMissingPackages(["bubblewrap"])).toEqual([]);
});

test("without root, the one command to run is told", async () => {
  const module = fileURLToPath(new URL("./host-packages.ts", import.meta.url));
  const script = `import { ensureHostPackages } from ${JSON.stringify(module)};
    await ensureHostPackages(["mmdebstrap", "gpg"], () => undefined).catch((error) => console.log(error.message));`;
  // In a sandbox that has our Node and nothing of Debian's tools; as a user who is not root.
  const { stdout } = await run("bwrap", [
    ...[
      "--unshare-user",
      "--uid",
      "1000",
      "--gid",
      "1000",
      "--ro-bind",
      "/lib",
      "/lib",
      "--ro-bind-try",
      "/lib64",
      "/lib64",
    ],
    ...["--ro-bind", "/usr/lib", "/usr/lib", "--proc", "/proc", "--dev", "/dev"],
    ...["--ro-bind", process.execPath, "/node", "--ro-bind", module, module],
    ...["--", "/node", "--input-type=module", "-e", script],
  ]);
  expect(stdout).toContain("sudo apt-get install -y --no-install-recommends mmdebstrap gpg\n");
});
