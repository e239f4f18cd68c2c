import { describe, expect, it } from "vitest";
import { periodAround } from "../time/period.ts";
import { formatFor } from "./format.ts";

const fr = formatFor("fr");
const en = formatFor("en");
/** Spaces of any width as plain ones. */
const plain = (text: string) => text.replace(/\s/g, " ");

describe("numbers", () => {
  it("are written as each language does, with decimals where they say something", () => {
    expect(plain(fr.amount(12345.6))).toBe("12 346");
    expect(en.amount(12345.6)).toBe("12,346");
    expect(fr.amount(12.34)).toBe("12,3");
    expect(fr.amount(1.234)).toBe("1,23");
    expect(fr.amount(0)).toBe("0");
  });
  it("are never 0 where nothing is known", () => {
    expect(fr.amount(null)).toBe("–");
    expect(fr.number(null, 2)).toBe("–");
  });
  it("show the sign of a change, and no all where a little is missing", () => {
    expect(plain(fr.change(0.083))).toBe("+8,3 %");
    expect(plain(fr.change(-0.42))).toBe("−42 %");
    expect(plain(fr.share(0.9999))).toBe("99 %");
    expect(plain(fr.share(1))).toBe("100 %");
  });
});

describe("times", () => {
  it("name a period by its days", () => {
    expect(plain(fr.period(periodAround("week", "2026-11-24")))).toBe("23–29 novembre 2026");
    expect(plain(fr.period(periodAround("month", "2026-11-24")))).toBe("novembre 2026");
    expect(plain(en.period(periodAround("day", "2026-11-24")))).toMatch(/Tuesday.* 24 November 2026/);
  });
  it("say how old a value is; a clock ahead of ours is now", () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const ago = (seconds: number) => plain(fr.age(new Date(now.getTime() - seconds * 1000), now));
    expect(ago(-30)).toBe("il y a 0 s");
    expect(ago(200)).toBe("il y a 3 min");
    expect(ago(3 * 86_400)).toBe("il y a 3 j");
  });
  it("write an hour as each language does", () => {
    expect(fr.hour("2026-11-24T09:00:00+01:00")).toBe("9 h");
    expect(en.hour("2026-11-24T09:00:00+01:00")).toBe("09:00");
  });
});
