import { describe, expect, it } from "vitest";
import { changesOf, timeRangeOf } from "./audit-values.ts";

describe("what an event changed", () => {
  it("is what differs", () => {
    const before = { name: "Mairie", area: 200, tags: ["a"] };
    expect(changesOf({ before, after: { name: "Mairie", area: 210, tags: ["a"] } })).toEqual([
      { field: "area", before: 200, after: 210 },
    ]);
  });
  it("is what says something of what was made or removed", () => {
    const row = { id: 4, uuid: "8f", organisation_id: 7, name: "Mairie", closed_at: null };
    expect(changesOf({ before: null, after: row })).toEqual([{ field: "name", before: undefined, after: "Mairie" }]);
    expect(changesOf({ before: row, after: null })).toEqual([{ field: "name", before: "Mairie", after: undefined }]);
    expect(changesOf({ before: null, after: null })).toEqual([]);
  });
  it("names where something was hung, when that changed", () => {
    expect(changesOf({ before: { building_id: 1 }, after: { building_id: 2 } })).toHaveLength(1);
  });
});

describe("a range of times", () => {
  it("is read as the database writes it", () => {
    expect(timeRangeOf('["2026-11-25 03:00:00.5+00",)')).toEqual({
      from: new Date("2026-11-25T03:00:00.500Z"),
      until: null,
    });
    expect(timeRangeOf('["2026-11-25 03:00:00+01","2026-12-01 00:00:00+01")')?.until).toEqual(
      new Date("2026-11-30T23:00:00Z"),
    );
  });
  it("is nothing else", () => {
    expect(timeRangeOf("Mairie")).toBeUndefined();
    expect(timeRangeOf("[a,b]")).toBeUndefined();
  });
});
