import { describe, expect, it } from "vitest";
import { hoursOf } from "../../testing/consumption-sample.ts";
import { periodAround } from "../../time/period.ts";
import { placeAmongTwins } from "./bucket-label.ts";
import { qualityOf, runningIndex } from "./bucket-quality.ts";
import { comparePeriods, earlierByBucket } from "./compare-periods.ts";
import { type ConsumptionDrawing, consumptionOption } from "./consumption-option.ts";

const later = new Date("2026-12-31T12:00:00Z");

function drawing(columns: ConsumptionDrawing["columns"], energies: ConsumptionDrawing["energies"]): ConsumptionDrawing {
  const texts = { label: (start: string) => start, number: String, tooltip: () => "" };
  return { columns, energies, earlier: [], future: [], now: later, ...texts };
}

/** The data of the drawn series with this id. */
function dataOf(option: ReturnType<typeof consumptionOption>, id: string): unknown[] {
  const all = Array.isArray(option.series) ? option.series : [option.series];
  const data = all.find((series) => series?.id === id)?.data;
  if (!Array.isArray(data)) throw new Error(`no series ${id}`);
  return data;
}

describe("how consumption is drawn", () => {
  const columns = hoursOf("2026-11-23", [{ energy: "electricity", values: [5, null, 0, 7] }]);
  const option = consumptionOption(drawing(columns, ["electricity"]));

  it("leaves a gap where nothing is known, and draws a true 0", () => {
    const values = dataOf(option, "electricity").map((item) => (item as { value: number | null }).value);
    expect(values).toEqual([5, null, 0, 7]);
    expect(dataOf(option, "gap")).toEqual([null, 1, null, null]);
  });
  it("marks an hour in which one of two energies is unknown", () => {
    const two = hoursOf("2026-11-23", [
      { energy: "electricity", values: [5, 5] },
      { energy: "gas", values: [9, null] },
    ]);
    expect(dataOf(consumptionOption(drawing(two, ["electricity", "gas"])), "gap")).toEqual([null, 1]);
  });
  it("hatches what is estimated", () => {
    const estimated = hoursOf("2026-11-23", [{ energy: "gas", values: [4], estimated: 0.5 }]);
    const [bar] = dataOf(consumptionOption(drawing(estimated, ["gas"])), "gas");
    expect(bar).toHaveProperty("itemStyle.decal");
  });
});

describe("how well a bucket is known", () => {
  const columns = hoursOf("2026-11-23", [{ energy: "electricity", values: [5, null, 6] }]);
  const [series] = columns.series;
  it("is told from its shares", () => {
    expect(columns.localStarts.map((_, index) => qualityOf(series!, index, false))).toEqual([
      "measured",
      "missing",
      "measured",
    ]);
    const half = { ...series!, missingShare: [0.5, 1, 0] };
    expect(qualityOf(half, 0, false)).toBe("incomplete");
    expect(qualityOf(half, 0, true)).toBe("running");
  });
  it("knows which hour runs in the building's time zone", () => {
    expect(runningIndex(columns, new Date("2026-11-23T00:10:00Z"))).toBe(1);
    expect(runningIndex(columns, later)).toBe(-1);
  });
});

describe("two periods", () => {
  const period = periodAround("day", "2026-11-24");
  const before = periodAround("day", "2026-11-17");
  const earlier = hoursOf("2026-11-17", [
    { energy: "electricity", values: [10, 10, 10, 10] },
    { energy: "water", values: [1, 1, 1, 1] },
  ]);
  it("are compared over the hours known on both sides, water apart", () => {
    const columns = hoursOf("2026-11-24", [
      { energy: "electricity", values: [12, null, 12] },
      { energy: "water", values: [500, 500, 500] },
    ]);
    const comparison = comparePeriods({ period, columns }, { period: before, columns: earlier }, later);
    expect(comparison).toEqual({ nowKwh: 24, beforeKwh: 20, change: 0.2, comparedShare: 1 });
  });
  it("leave out the hour that runs, though all of it so far is measured", () => {
    const columns = hoursOf("2026-11-24", [{ energy: "electricity", values: [12, 12, 1] }]);
    const now = new Date("2026-11-24T01:05:00Z");
    const comparison = comparePeriods({ period, columns }, { period: before, columns: earlier }, now);
    expect(comparison).toMatchObject({ nowKwh: 24, beforeKwh: 20 });
  });
  it("say how much of the period could be compared", () => {
    const columns = hoursOf("2026-11-24", [{ energy: "electricity", values: [12, 12, 12, 12, 12, 12, 12, 12] }]);
    expect(comparePeriods({ period, columns }, { period: before, columns: earlier }, later).comparedShare).toBe(0.5);
  });
  it("are not compared when they share no known hour", () => {
    const columns = hoursOf("2026-11-24", [{ energy: "electricity", values: [null, null] }]);
    expect(comparePeriods({ period, columns }, { period: before, columns: earlier }, later).change).toBeNull();
  });
  it("do not put a sum with a hole beside a whole one", () => {
    const week = periodAround("week", "2026-11-24");
    const lastWeek = periodAround("week", "2026-11-17");
    const holed = hoursOf("2026-11-17", [{ energy: "gas", values: [3, null, 3] }]);
    const drawn = { period: week, localStarts: ["2026-11-24T00:00:00+01:00"] };
    expect(earlierByBucket(drawn, { period: lastWeek, fine: holed })).toEqual([null]);
    expect(earlierByBucket(drawn, { period: lastWeek, fine: earlier })).toEqual([40]);
  });
});

describe("the hour that comes twice at the end of summer time", () => {
  const twice = ["2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"];
  it("is told apart", () => {
    expect(twice.map((start) => placeAmongTwins(start, twice))).toEqual(["before", "after"]);
    expect(placeAmongTwins("2026-10-25T03:00:00+01:00", [...twice, "2026-10-25T03:00:00+01:00"])).toBeNull();
  });
  it("is not counted double beside the same hour of another week", () => {
    const hours = hoursOf("2026-10-25", [{ energy: "electricity", values: [4, 5] }]);
    const fine = { ...hours, localStarts: twice };
    const drawn = { period: periodAround("day", "2026-11-01"), localStarts: ["2026-11-01T02:00:00+01:00"] };
    expect(earlierByBucket(drawn, { period: periodAround("day", "2026-10-25"), fine })).toEqual([4]);
  });
});
