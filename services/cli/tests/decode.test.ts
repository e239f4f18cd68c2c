import { execFile } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { runGtb, startGtb } from "./run-gtb.ts";

const temperature = { name: "temperature", quantity: "temperature", unit: "Cel" };
const lines = (output: string) =>
  output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

test("npx finds the command in the repository", async () => {
  const { stdout } = await promisify(execFile)("npx", [
    "gtb",
    "decode",
    "--type",
    "EM300-TH",
    "--port",
    "85",
    "--hex",
    "0367F600",
  ]);
  expect(lines(stdout)).toMatchObject([{ measurements: [{ ...temperature, value: 24.6 }], errors: [], warnings: [] }]);
});

test("one line out for each line in, in order, whatever is in them", async () => {
  const input = [
    '{"port":85,"hex":"0367F6000468 73","time":"2026-03-01T12:00:00+01:00"}',
    "nonsense",
    "",
    '{"port":85,"hex":"0367F"}',
    '{"port":85,"hex":"03zz"}',
    '{"port":"85","hex":"0367F600"}',
    '{"hex":"0367F600"}',
    '{"port":85}',
    "[1]",
    '{"port":85,"hex":"0367F600","time":"yesterday"}',
    '{"port":85,"hex":"0367F6"}',
    '{"port":85,"hex":"03670001","note":"line\u2028separator"}\r',
    '{"port":85,"hex":"03670101"}',
    '{"port":null,"hex":"03670201"}',
  ].join("\n");
  const { exitCode, output, errors } = await runGtb(["decode", "--type", "milesight/em300-th"], { input });
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  const decoded = lines(output);
  const time = "2026-03-01T11:00:00.000Z";
  expect(decoded[0]).toEqual({
    measurements: [
      { ...temperature, value: 24.6, time },
      { name: "humidity", quantity: "relative-humidity", unit: "%", value: 57.5, time },
    ],
    errors: [],
    warnings: [],
  });
  for (const [index, line] of decoded.slice(1, 10).entries()) {
    expect(line).toEqual({ measurements: [], errors: [expect.stringMatching(`^line ${index + 2}: `)], warnings: [] });
  }
  expect(decoded[10]).toEqual({ measurements: [], errors: [expect.stringContaining("too early")], warnings: [] });
  expect(decoded.slice(11).map(({ measurements }) => measurements[0].value)).toEqual([25.6, 25.7, 25.8]);
});

test("a value outside its plausible range is printed with a warning", async () => {
  const { output } = await runGtb(["decode", "--type", "EM300-TH", "--port", "85", "--hex", "0367ff7f"]);
  expect(lines(output)).toMatchObject([
    { measurements: [{ ...temperature, value: 3276.7 }], errors: [], warnings: [expect.stringContaining("plausible")] },
  ]);
});

test("a missing time is now", async () => {
  const before = Date.now();
  const { output } = await runGtb(["decode", "--type", "milesight-em300-th", "--port", "85", "--hex", "0367f600"]);
  const time = Date.parse(lines(output)[0].measurements[0].time);
  expect(time).toBeGreaterThanOrEqual(before);
  expect(time).toBeLessThanOrEqual(Date.now());
});

test("a line is answered while the next has not come yet", async () => {
  const child = startGtb(["decode", "--type", "EM300-TH"]);
  child.stdin.write('{"port":85,"hex":"0367f600"}\n');
  const [chunk] = await once(child.stdout, "data");
  expect(lines(String(chunk))).toMatchObject([{ measurements: [{ value: 24.6 }] }]);
  child.stdin.end();
  const [exitCode] = await once(child, "close");
  expect(exitCode).toBe(0);
});

test("a reader that stops early ends the command quietly", async () => {
  const child = startGtb(["decode", "--type", "EM300-TH"]);
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  child.stdin.on("error", () => undefined);
  child.stdin.write('{"port":85,"hex":"0367f600"}\n');
  await once(child.stdout, "data");
  child.stdout.destroy();
  child.stdin.end('{"port":85,"hex":"0367f600"}\n'.repeat(20_000));
  const [exitCode] = await once(child, "close");
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
});

test("an unknown type lists the known ones; wrong options say what is wrong; both with code 2", async () => {
  const unknown = await runGtb(["decode", "--type", "toaster"], { input: '{"port":85,"hex":"00"}\n' });
  expect(unknown).toMatchObject({ exitCode: 2, output: "", errors: expect.stringContaining("milesight-em300-th") });
  for (const wrong of [
    ["--port", "85"],
    ["--hex", "00"],
    ["--port", "85.5", "--hex", "00"],
    ["--port", "85", "--hex", "0"],
    ["--port", "85", "--hex", "00", "--time", "noon"],
    ["--frequency", "868"],
  ]) {
    const run = await runGtb(["decode", "--type", "EM300-TH", ...wrong]);
    expect(run, wrong.join(" ")).toMatchObject({ exitCode: 2, output: "" });
    expect(run.errors).not.toBe("");
  }
  expect(await runGtb(["decode"])).toMatchObject({ exitCode: 2 });
});

test("the help says what the exit codes mean", async () => {
  const { exitCode, output } = await runGtb(["--help"]);
  expect(exitCode).toBe(0);
  expect(output).toContain("Codes de sortie");
});

test("decoding loads no database driver", async () => {
  const { errors, exitCode } = await runGtb(["decode", "--type", "EM300-TH", "--port", "85", "--hex", "0367f600"], {
    environment: { NODE_DEBUG: "esm", NODE_OPTIONS: "" },
  });
  expect(exitCode).toBe(0);
  expect(errors).toMatch(/node_modules\/commander\//);
  expect(errors).not.toMatch(/node_modules\/(pg|zod)\//);
});
