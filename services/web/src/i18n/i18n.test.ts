import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "./en.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

function keysOf(texts: Texts): string[] {
  return Object.entries(texts).flatMap(([section, entries]) => Object.keys(entries).map((key) => `${section}.${key}`));
}

const sourceFolder = join(import.meta.dirname, "..");
const sources = readdirSync(sourceFolder, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
  .map((name) => readFileSync(join(sourceFolder, name), "utf8"))
  .join("\n");

describe("texts", () => {
  it("exist in both languages under the same keys", () => {
    expect(keysOf(en)).toEqual(keysOf(fr));
  });
  it("are never empty, and ask for the same values in both", () => {
    const placeholders = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();
    const english: Texts = en;
    for (const [section, entries] of Object.entries(fr as Texts)) {
      for (const [key, text] of Object.entries(entries)) {
        expect(text.trim(), `${section}.${key}`).not.toBe("");
        expect(placeholders(english[section]?.[key] ?? ""), `${section}.${key}`).toEqual(placeholders(text));
      }
    }
  });
  it("are all used", () => {
    const unused = keysOf(fr).filter((key) => {
      const plain = key.replace(/_(one|other)$/, "");
      const [section] = key.split(".");
      return !sources.includes(`"${plain}"`) && !sources.includes(`\`${section}.\${`);
    });
    expect(unused).toEqual([]);
  });
});
