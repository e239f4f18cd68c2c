import { describe, expect, it } from "vitest";
import { type BucketPart, type EnergyStack, partQuality, qualitiesIn } from "./energy-stack.ts";
import { stackOption } from "./stack-option.ts";

const bucket = (value: number | null, more: Partial<BucketPart> = {}): BucketPart => ({
  value,
  measuredShare: value === null ? 0 : 1,
  estimatedShare: 0,
  missingShare: value === null ? 1 : 0,
  reasons: [],
  ...more,
});

const stack: EnergyStack = {
  localStarts: ["2026-11-23T00:00:00+01:00", "2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00"],
  running: 2,
  parts: [
    { id: "a", name: "A", colour: "#111111", buckets: [bucket(5), bucket(0), bucket(1)] },
    { id: "b", name: "B", colour: "#222222", buckets: [bucket(2, { estimatedShare: 0.4 }), bucket(null), bucket(1)] },
  ],
  earlier: [6, null, 7],
  degreeDays: [9, 10, null],
};
const texts = { label: (start: string) => start, number: String, tooltip: () => "" };

function seriesOf(drawn: EnergyStack, id: string) {
  const { series } = stackOption({ stack: drawn, future: [], ...texts });
  return (Array.isArray(series) ? series : []).find((one) => one.id === id);
}

describe("the stack", () => {
  it("draws a true 0, and a hatched gap where one of its parts is unknown", () => {
    expect(seriesOf(stack, "a")?.data).toMatchObject([{ value: 5 }, { value: 0 }, { value: 1 }]);
    expect(seriesOf(stack, "gap")?.data).toEqual([null, 1, null]);
  });
  it("hatches what is estimated", () => {
    const [first] = (seriesOf(stack, "b")?.data ?? []) as object[];
    expect(first).toHaveProperty("itemStyle.decal");
  });
  it("breaks the line of degree days where none are known, and has no such line without them", () => {
    expect(seriesOf(stack, "degree-days")).toMatchObject({ data: [9, 10, null], connectNulls: false });
    expect(seriesOf({ ...stack, degreeDays: [] }, "degree-days")).toBeUndefined();
  });
  it("explains the marks that it shows and no others", () => {
    expect(qualitiesIn(stack)).toEqual(["estimated", "missing", "running"]);
    expect(qualitiesIn({ ...stack, parts: stack.parts.slice(0, 1), running: -1 })).toEqual([]);
  });
  it("calls incomplete what lacks more than a rounding", () => {
    expect(partQuality(bucket(3, { missingShare: 0.1 }), false)).toBe("incomplete");
    expect(partQuality(bucket(3, { missingShare: 0.01 }), false)).toBe("measured");
  });
});
