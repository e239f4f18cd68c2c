import { expect, it } from "vitest";
import { storedReadings } from "./stored-reading.ts";

it("readings come newest first, each with its step from the last one that counts", () => {
  const times = [1, 2, 3, 4].map((hour) => new Date(hour * 3_600_000));
  const flags = [[], ["void"], [], []] as const;
  const readings = storedReadings({ times, values: [10, 999, 14, 12], flags: flags.map((own) => [...own]) });
  expect(readings.map(({ value, step, since }) => [value, step, since && since.getTime() / 3_600_000])).toEqual([
    [12, -2, 3],
    [14, 4, 1],
    [999, null, 1],
    [10, null, null],
  ]);
});
