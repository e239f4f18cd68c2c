import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const program = fileURLToPath(new URL("../ci-summary.mjs", import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gtb-ci-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const passed = { name: "a.test.ts", status: "passed", message: "", assertionResults: [{ status: "passed" }] };
const failed = { name: "b.test.ts", status: "failed", message: "", assertionResults: [{ status: "failed" }] };
const broken = { name: "c.test.ts", status: "failed", message: "no such module", assertionResults: [] };

/** The last line and exit code for these results; a result that is not given was never written. */
async function summarise(tests: unknown, checks: unknown, testsExitCode: number): Promise<string> {
  const files = [join(folder, "tests.json"), join(folder, "checks.json")] as const;
  if (tests !== undefined) await writeFile(files[0], JSON.stringify(tests));
  if (checks !== undefined) await writeFile(files[1], JSON.stringify(checks));
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...files, String(testsExitCode)], (error, stdout) =>
      resolve(`${stdout.trimEnd().split("\n").at(-1)} (${error?.code ?? 0})`),
    );
  });
}

test.each([
  [
    "all well",
    { numPassedTests: 5, numFailedTests: 0, testResults: [passed] },
    { passed: 7, failed: [] },
    0,
    "12 passed, 0 failed (0)",
  ],
  [
    "a test",
    { numPassedTests: 4, numFailedTests: 1, testResults: [failed] },
    { passed: 7, failed: [] },
    1,
    "11 passed, 1 failed (1)",
  ],
  [
    "a check",
    { numPassedTests: 5, numFailedTests: 0, testResults: [] },
    { passed: 6, failed: ["x"] },
    0,
    "11 passed, 1 failed (1)",
  ],
  [
    "a file",
    { numPassedTests: 4, numFailedTests: 1, testResults: [failed, broken] },
    { passed: 7, failed: [] },
    1,
    "11 passed, 2 failed (1)",
  ],
  [
    "an error outside of tests",
    { numPassedTests: 5, numFailedTests: 0, testResults: [] },
    { passed: 7, failed: [] },
    1,
    "12 passed, 1 failed (1)",
  ],
  ["no tests", undefined, { passed: 7, failed: [] }, 1, "7 passed, 1 failed (1)"],
  ["no checks", { numPassedTests: 5, numFailedTests: 0, testResults: [] }, undefined, 0, "5 passed, 1 failed (1)"],
])("the last line counts %s", async (_what, tests, checks, exitCode, line) => {
  expect(await summarise(tests, checks, exitCode)).toBe(line);
});
