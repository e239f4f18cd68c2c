// The last line of .ci/run: tests of Vitest and checks together. Exit code 1 when anything failed or did not run.
import { readFileSync } from "node:fs";

const [, , testsFile, checksFile, testsExitCode] = process.argv;

/** A test file that could not be loaded has no test to count: it counts as one failed itself. */
function countTests() {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(testsFile, "utf8"));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  for (const { name, message } of brokenFiles) console.log(`failed to run: ${name}\n  ${message.split("\n")[0]}`);
  const failed = numFailedTests + brokenFiles.length;
  // Vitest also fails for errors outside of tests.
  return { passed: numPassedTests, failed: failed === 0 && testsExitCode !== "0" ? 1 : failed };
}

function orFailed(count) {
  try {
    return count();
  } catch (error) {
    console.log(`no result: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

const tests = orFailed(countTests);
const checks = orFailed(() => {
  const { passed, failed } = JSON.parse(readFileSync(checksFile, "utf8"));
  return { passed, failed: failed.length };
});
const failed = tests.failed + checks.failed;
console.log(`${tests.passed + checks.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
