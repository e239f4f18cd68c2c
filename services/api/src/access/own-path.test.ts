import { expect, test } from "vitest";
import { OwnPath } from "./own-path.ts";

const isOwn = (path: string) => OwnPath.safeParse(path).success;

test("paths of our own, with query and fragment", () => {
  expect(["/", "/buildings", "/buildings/12?from=2026-01-01&x=%C3%A9#top"].map(isOwn)).toEqual([true, true, true]);
});

test("nothing that leads a browser elsewhere", () => {
  const elsewhere = [
    ...["", "buildings", "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example"],
    ...["/\t/evil.example", "/\n/evil.example", "javascript:alert(1)", "/%0d%0a\r\nset-cookie: a=b", " /x", "/ü"],
  ];
  expect(elsewhere.filter(isOwn)).toEqual([]);
});
