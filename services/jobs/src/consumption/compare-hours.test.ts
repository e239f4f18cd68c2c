import { expect, test } from "vitest";
import { compareHours } from "./compare-hours.ts";

const hour = (hourMs: number, native: number, measuredShare = 1) => ({
  hourMs,
  native,
  energyKwh: native,
  measuredShare,
  estimatedShare: 0,
  missingShare: 1 - measuredShare,
  reasons: 0,
});

test("only what differs changes: a new hour comes in, another value replaces, an hour that no longer follows goes", () => {
  const changes = compareHours([hour(1, 10), hour(2, 20), hour(4, 40)], [hour(1, 10), hour(2, 21), hour(3, 30)]);
  expect(changes.inserted.map(({ hourMs }) => hourMs)).toEqual([2, 3]);
  expect(changes.retired.map(({ hourMs, native }) => [hourMs, native])).toEqual([
    [2, 20],
    [4, 40],
  ]);
});

test("a share is the same in single precision, as the database keeps it", () => {
  expect(compareHours([hour(1, 10, 0.33333334)], [hour(1, 10, 1 / 3)])).toEqual({ retired: [], inserted: [] });
  expect(compareHours([hour(1, 10, 0.3334)], [hour(1, 10, 1 / 3)]).inserted).toHaveLength(1);
});
