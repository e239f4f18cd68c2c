import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RotatingLog } from "./rotating-log.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gtb-log-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("keeps the newest lines and a bounded number of older files", async () => {
  const log = new RotatingLog(join(folder, "logs/service.log"), { largestBytes: 1_000 });
  for (let line = 0; line < 500; line++) log.write(`line ${line} ${"x".repeat(40)}\n`);
  log.close();
  const files = await readdir(join(folder, "logs"));
  expect(files.sort()).toEqual(["service.log", "service.log.1", "service.log.2", "service.log.3"]);
  const texts = await Promise.all(files.map((name) => readFile(join(folder, "logs", name), "utf8")));
  expect(texts.join("")).toContain("line 499 ");
  expect(texts.join("")).not.toContain("line 0 ");
  for (const name of files) expect((await stat(join(folder, "logs", name))).size).toBeLessThan(1_200);
  expect(log.tail.split("\n").at(-1)).toMatch(/^line 499 /);
});

test("goes on in the file of the run before", async () => {
  for (const run of ["first", "second"]) {
    const log = new RotatingLog(join(folder, "service.log"));
    log.write(`${run}\n`);
    log.close();
  }
  expect(await readFile(join(folder, "service.log"), "utf8")).toBe("first\nsecond\n");
});
