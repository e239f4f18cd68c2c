import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runGtb, startGtb } from "./run-gtb.ts";

const script = join(await mkdtemp(join(tmpdir(), "gtb-codec-")), "codec.js");
await writeFile(
  script,
  `\uFEFFfunction decodeUplink(input) {
  seen = (typeof seen === "undefined" ? 0 : seen) + 1;
  if (input.fPort === 3) throw new Error("port 3 is not ours");
  if (input.fPort === 4) for (;;);
  return { data: { seen, sum: input.bytes.reduce((sum, byte) => sum + byte, 0), at: input.recvTime } };
}`,
);
const time = "2026-03-01T08:00:00.000Z";

it("answers each line in order, the bad ones too, and carries on behind a codec that loops", async () => {
  const lines = [
    JSON.stringify({ port: 1, hex: "0102", time }),
    JSON.stringify({ port: 4, hex: "00", time }),
    "no JSON",
    JSON.stringify({ port: 3, hex: "00", time }),
    JSON.stringify({ port: 1, hex: "ff 01", time: "2026-03-01T08:00" }),
  ];
  const { exitCode, output, errors } = await runGtb(["codec", "run", "--script", script], { input: lines.join("\n") });
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(
    output
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { data: { seen: 1, sum: 3, at: time }, errors: [], warnings: [] },
    { data: null, errors: ["the codec was stopped: it used more than 250 ms of CPU time"], warnings: [] },
    { data: null, errors: [expect.stringMatching(/^line 3: not JSON/)], warnings: [] },
    { data: null, errors: ["Error: port 3 is not ours (script line 3)"], warnings: [] },
    { data: { seen: 1, sum: 256, at: time }, errors: [], warnings: [expect.stringMatching(/^line 5: "time" says no/)] },
  ]);
});

it("answers while the lines come", async () => {
  const gtb = startGtb(["codec", "run", "--script", script]);
  const first = new Promise<string>((resolve) => gtb.stdout.once("data", (chunk) => resolve(String(chunk))));
  gtb.stdin.write(`${JSON.stringify({ port: 1, hex: "05", time })}\n`);
  expect(JSON.parse(await first).data.sum).toBe(5);
  const ended = new Promise((resolve) => gtb.once("close", resolve));
  gtb.stdin.end();
  expect(await ended).toBe(0);
});

it("says which script it cannot read", async () => {
  const { exitCode, output, errors } = await runGtb(["codec", "run", "--script", "/nowhere/codec.js"]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("/nowhere/codec.js");
});
