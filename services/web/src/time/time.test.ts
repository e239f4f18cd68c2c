import { describe, expect, it } from "vitest";
import { addMonths, isCalendarDate, mondayOf } from "./calendar-date.ts";
import { localDate, startOfLocalDay } from "./local-time.ts";
import { compared, neighbour, periodAround, placeIn } from "./period.ts";

describe("calendar dates", () => {
  it("keep to the month when months are added", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-31", -11)).toBe("2025-02-28");
    expect(addMonths("2024-12-15", 14)).toBe("2026-02-15");
  });
  it("begin their week on Monday", () => {
    expect(mondayOf("2026-11-24")).toBe("2026-11-23");
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  });
  it("exist", () => {
    expect(isCalendarDate("2026-02-29")).toBe(false);
    expect(isCalendarDate("2028-02-29")).toBe(true);
    expect(isCalendarDate("hier")).toBe(false);
  });
});

describe("local days", () => {
  it("start at the local midnight, also when clocks change that day", () => {
    expect(startOfLocalDay("2026-11-24", "Europe/Paris").toISOString()).toBe("2026-11-23T23:00:00.000Z");
    expect(startOfLocalDay("2026-03-29", "Europe/Paris").toISOString()).toBe("2026-03-28T23:00:00.000Z");
    expect(startOfLocalDay("2026-03-30", "Europe/Paris").toISOString()).toBe("2026-03-29T22:00:00.000Z");
    expect(startOfLocalDay("2026-10-25", "Europe/Paris").toISOString()).toBe("2026-10-24T22:00:00.000Z");
    expect(startOfLocalDay("2026-10-26", "Europe/Paris").toISOString()).toBe("2026-10-25T23:00:00.000Z");
    expect(startOfLocalDay("2026-07-01", "America/Martinique").toISOString()).toBe("2026-07-01T04:00:00.000Z");
  });
  it("are those of the building, not of the reader", () => {
    expect(localDate(new Date("2026-11-23T23:30:00Z"), "Europe/Paris")).toBe("2026-11-24");
    expect(localDate(new Date("2026-11-23T23:30:00Z"), "America/Martinique")).toBe("2026-11-23");
  });
});

describe("periods", () => {
  it("span what their names say", () => {
    expect(periodAround("week", "2026-11-24")).toEqual({ kind: "week", first: "2026-11-23", end: "2026-11-30" });
    expect(periodAround("month", "2026-02-10")).toEqual({ kind: "month", first: "2026-02-01", end: "2026-03-01" });
    expect(periodAround("calendarYear", "2026-11-24")).toMatchObject({ first: "2026-01-01", end: "2027-01-01" });
    expect(periodAround("year", "2026-11-24")).toEqual({ kind: "year", first: "2025-11-01", end: "2026-12-01" });
  });
  it("have neighbours that touch them", () => {
    for (const kind of ["day", "week", "month", "calendarYear"] as const) {
      const period = periodAround(kind, "2026-03-31");
      expect(neighbour(period, -1).end).toBe(period.first);
      expect(neighbour(period, 1).first).toBe(period.end);
    }
    expect(neighbour(periodAround("year", "2026-11-24"), -1).first).toBe("2024-11-01");
  });
  it("are compared with the same weekday, and with the same months a year before", () => {
    expect(compared(periodAround("day", "2026-11-24")).first).toBe("2026-11-17");
    expect(compared(periodAround("year", "2026-11-24")).end).toBe("2025-12-01");
  });
  it("find the same place in the period that they are compared with", () => {
    const week = periodAround("week", "2026-11-24");
    const before = compared(week);
    expect(placeIn(week, "2026-11-24T14:00:00+01:00")).toBe(placeIn(before, "2026-11-17T14:00:00+01:00"));
    const year = periodAround("year", "2026-11-24");
    expect(placeIn(year, "2026-11-05T00:00:00+01:00")).toBe(placeIn(compared(year), "2025-11-05T00:00:00+01:00"));
    expect(placeIn(year, "2026-11-05T00:00:00+01:00")).not.toBe(placeIn(year, "2025-11-05T00:00:00+01:00"));
  });
});
