import { describe, expect, it } from "vitest";
import type { RegisterQuality } from "../../api/data-quality.ts";
import { adviceFor, countAdvice } from "./quality-advice.ts";

const now = new Date("2026-11-25T08:00:00Z");
const whole: RegisterQuality = {
  register: "r",
  registerName: "Index",
  meter: { id: "m", name: "Général" },
  building: { id: "b", name: "Mairie" },
  energy: "electricity",
  measuredShare: 1,
  estimatedShare: 0,
  missingShare: 0,
  reasons: [],
  lastReadingAt: new Date("2026-11-25T07:50:00Z"),
  missingSince: null,
  missingDays: 0,
  breaks: 0,
};

describe("what to do about a register", () => {
  const silent = {
    ...whole,
    missingShare: 0.4,
    missingSince: new Date("2026-11-10T00:00:00Z"),
    reasons: ["nothingHeard" as const],
  };
  it("is to look at the sensor while it is silent, and to find readings once it speaks again", () => {
    expect(adviceFor({ ...silent, lastReadingAt: new Date("2026-11-10T00:00:00Z") }, now)).toBe("checkSensor");
    expect(adviceFor({ ...silent, lastReadingAt: null }, now)).toBe("checkSensor");
    expect(adviceFor({ ...silent, missingSince: null }, now)).toBe("findReadings");
  });
  it("is to explain a fall of its counter before all else", () => {
    expect(adviceFor({ ...silent, lastReadingAt: null, breaks: 1 }, now)).toBe("confirmBreak");
  });
  it("is nothing where all is measured, or lacks a rounding", () => {
    expect(adviceFor(whole, now)).toBe("none");
    expect(adviceFor({ ...whole, missingShare: 0.01 }, now)).toBe("none");
  });
  it("is counted, the most urgent first", () => {
    const gaps = { ...whole, estimatedShare: 0.5, reasons: ["longGap" as const] };
    expect(countAdvice([gaps, whole, { ...whole, breaks: 2 }, gaps], now)).toEqual([
      ["confirmBreak", 1],
      ["readMoreOften", 2],
    ]);
  });
});
