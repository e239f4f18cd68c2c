import { expect, it } from "vitest";
import { parisTime } from "./paris-time.ts";

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What Intl, with the full time zone data, says of the same moment. */
function byIntl(timeMs: number): { day: number; minute: number } {
  const parts = Object.fromEntries(clock.formatToParts(timeMs).map(({ type, value }) => [type, Number(value)]));
  const day = Date.UTC(parts["year"]!, parts["month"]! - 1, parts["day"]) / 86_400_000;
  return { day, minute: parts["hour"]! * 60 + parts["minute"]! };
}

it("shows what clocks in Paris show, every 3 hours over six years", () => {
  for (let timeMs = Date.UTC(2024, 0, 1); timeMs < Date.UTC(2030, 0, 1); timeMs += 3 * 3_600_000) {
    const { day, minute } = parisTime(timeMs);
    expect({ day, minute }).toEqual(byIntl(timeMs));
  }
});

it.each([
  ["the night of summer time", "2026-03-29T00:00:00Z", [60, 70, 180]],
  ["the night of winter time", "2026-10-25T00:00:00Z", [120, 130, 120]],
])("keeps the clock right in %s", (_, midnight, minutes) => {
  const times = [0, 10, 60].map((minute) => Date.parse(midnight) + minute * 60_000);
  expect(times.map((time) => parisTime(time).minute)).toEqual(minutes);
  expect(times.map((time) => parisTime(time).minute)).toEqual(times.map((time) => byIntl(time).minute));
});

it("counts weekdays from Monday", () => {
  expect(parisTime(Date.parse("2026-11-23T12:00:00Z")).weekday).toBe(1);
  expect(parisTime(Date.parse("2026-11-22T22:59:00Z")).weekday).toBe(7);
});
