import { expect, test } from "vitest";
import { accountLockout, lockedUntil } from "./lockout.ts";

const last = new Date("2026-11-24T10:00:00Z");
const minutesAfter = (failures: number) => {
  const until = lockedUntil(failures, last, accountLockout);
  return until && (until.getTime() - last.getTime()) / 60_000;
};

test("four wrong tries are free; from the fifth on each costs twice as long, at most an hour", () => {
  expect([0, 1, 4].map(minutesAfter)).toEqual([undefined, undefined, undefined]);
  expect([5, 6, 7, 8, 9, 10, 11, 12, 500].map(minutesAfter)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test("without a try there is nothing to wait for", () => {
  expect(lockedUntil(9, null, accountLockout)).toBeUndefined();
});
