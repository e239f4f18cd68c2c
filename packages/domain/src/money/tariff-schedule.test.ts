import fc from "fast-check";
import { expect, test } from "vitest";
import { classesOf, scheduleHours, type TariffSchedule, tariffShares } from "./tariff-schedule.ts";

const offPeak: TariffSchedule = {
  rules: [{ tariffClass: "HC", hours: [{ from: "22:30", to: "06:30" }] }],
  otherwise: "HP",
};

test("a night that passes midnight, and a boundary at half past that parts its hour", () => {
  const at = (hour: number) => tariffShares(offPeak, { month: 1, weekday: 1, hour });
  expect(at(3)).toEqual([{ tariffClass: "HC", share: 1 }]);
  expect(at(12)).toEqual([{ tariffClass: "HP", share: 1 }]);
  expect(at(22)).toEqual([
    { tariffClass: "HP", share: 0.5 },
    { tariffClass: "HC", share: 0.5 },
  ]);
  expect(at(6)).toEqual([
    { tariffClass: "HC", share: 0.5 },
    { tariffClass: "HP", share: 0.5 },
  ]);
});

test("the first rule that fits says the class: winter and summer, Sundays", () => {
  const winter = [11, 12, 1, 2, 3];
  const night = [{ from: "22:00", to: "06:00" }];
  const schedule: TariffSchedule = {
    rules: [
      { tariffClass: "HCH", months: winter, weekdays: [7] },
      { tariffClass: "HCH", months: winter, hours: night },
      { tariffClass: "HPH", months: winter },
      { tariffClass: "HCB", hours: night },
    ],
    otherwise: "HPB",
  };
  const at = (month: number, weekday: number, hour: number) =>
    tariffShares(schedule, { month, weekday, hour })[0]?.tariffClass;
  expect([at(1, 7, 12), at(1, 1, 12), at(1, 1, 23), at(6, 7, 12), at(6, 1, 2)]).toEqual([
    "HCH",
    "HPH",
    "HCH",
    "HPB",
    "HCB",
  ]);
  expect(classesOf(schedule)).toEqual(["HCH", "HPH", "HCB", "HPB"]);
});

test("whatever the schedule, each hour is shared out whole", () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
  const rule = fc.record({
    tariffClass: fc.constantFrom("A", "B"),
    months: fc.option(fc.subarray([1, 2, 3, 12]), { nil: undefined }),
    weekdays: fc.option(fc.subarray([1, 6, 7]), { nil: undefined }),
    hours: fc.option(fc.array(fc.record({ from: time, to: time }), { maxLength: 3 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 4 }), (rules) => {
      const hours = scheduleHours({ rules, otherwise: "C" });
      const sums = new Map<string, number>();
      for (const { month, weekday, hour, share } of hours) {
        const key = `${month} ${weekday} ${hour}`;
        sums.set(key, (sums.get(key) ?? 0) + share);
      }
      expect(sums.size).toBe(2016);
      for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
    }),
    { numRuns: 20 },
  );
});
