import { describe, expect, it } from "vitest";
import { localPath } from "./local-path.ts";

describe("where one goes after signing in", () => {
  it("is where one was going, with filters and all", () => {
    expect(localPath("/buildings/7?period=month#top")).toBe("/buildings/7?period=month#top");
  });
  it("is never another site", () => {
    for (const address of [
      "https://evil.example/",
      "//evil.example/",
      "/\\evil.example",
      "/\t/evil.example",
      "/.//evil.example",
      "/a/..//evil.example",
      "evil",
      undefined,
    ])
      expect(localPath(address), address).toBe("/");
  });
});
