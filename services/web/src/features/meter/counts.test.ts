import { describe, expect, it } from "vitest";
import { instantAt, localMinute } from "../../time/local-time.ts";
import { type ParameterPeriod, parameterAt, toCounts, toIndex } from "./counts.ts";

describe("an index on the meter and raw counts", () => {
  it("are each other's, without dust from dividing", () => {
    const weight = { unitPerCount: 0.1, ctRatio: 40 };
    expect(toCounts(84_512, weight)).toBe(21_128);
    expect(toIndex(21_128, weight)).toBe(84_512);
    expect(toCounts(84_512.3, { unitPerCount: 0.1, ctRatio: 1 })).toBe(845_123);
  });
});

describe("what is believed of a time", () => {
  const period = (validFrom: string | null, validTo: string | null, knownTo: string | null, unitPerCount: number) =>
    ({
      validFrom: validFrom && new Date(validFrom),
      validTo: validTo && new Date(validTo),
      knownTo: knownTo && new Date(knownTo),
      unitPerCount,
    }) as ParameterPeriod;
  it("is what holds then and was not taken back", () => {
    const all = [
      period("2026-03-01", null, null, 2),
      period(null, "2026-03-01", null, 1),
      period(null, null, "2026-04-01", 9),
    ];
    expect(parameterAt(all, new Date("2026-03-01"))?.unitPerCount).toBe(2);
    expect(parameterAt(all, new Date("2026-02-28"))?.unitPerCount).toBe(1);
    expect(parameterAt(all.slice(2), new Date("2026-02-28"))).toBeUndefined();
  });
});

describe("a time at the meter", () => {
  it("is the building's, on either side of a change of clocks", () => {
    expect(instantAt("2026-07-01T12:30", "Europe/Paris")?.toISOString()).toBe("2026-07-01T10:30:00.000Z");
    expect(instantAt("2026-10-25T02:30", "Europe/Paris")?.toISOString()).toBe("2026-10-25T01:30:00.000Z");
    expect(localMinute(new Date("2026-12-01T11:30:59Z"), "Europe/Paris")).toBe("2026-12-01T12:30");
  });
  it("that no clock shows is none", () => {
    expect(instantAt("2026-03-29T02:30", "Europe/Paris")).toBeUndefined();
    expect(instantAt("", "Europe/Paris")).toBeUndefined();
  });
});
