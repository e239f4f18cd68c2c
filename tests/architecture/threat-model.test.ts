import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const table = (await readFile(new URL("docs/threat-model.md", root), "utf8"))
  .split("\n")
  .filter((line) => /^\| [STRIDE] \|/.test(line));

test.each(table)("a test holds it: %s", async (line) => {
  const [, path, title] = /`([^`]+\.test\.ts)`(?: "([^"]+)")? \|$/.exec(line) ?? [];
  expect(path, "each threat ends with the path of a test").toBeDefined();
  const source = await readFile(new URL(path ?? "", root), "utf8");
  expect(source).toContain(title ?? "test(");
});

test("every letter of STRIDE has its threats", () => {
  expect(new Set(table.map((line) => line[2]))).toEqual(new Set("STRIDE"));
});
