import { beforeAll, describe, expect, it } from "vitest";
import { demonstratorBuildings } from "../demonstrator/buildings.ts";
import { type SimulatedBuilding, simulatedBuilding } from "../simulated-building.ts";
import { flowNames } from "./building-plan.ts";
import { readWeather } from "./weather.ts";

const weather = readWeather();
const hourMs = 3_600_000;
const fromMs = Date.parse("2025-02-03T00:00:00Z");
const toMs = Date.parse("2025-03-03T00:00:00Z");

function simulate(key: string, keepFromMs: number, seed = 1): SimulatedBuilding {
  const plan = demonstratorBuildings.find((building) => building.key === key);
  const building = simulatedBuilding(plan!, weather, seed, keepFromMs);
  building.series.advanceTo(toMs);
  return building;
}

describe("a school in February", () => {
  let school: SimulatedBuilding;
  beforeAll(() => {
    school = simulate("louviers-ecole-a", fromMs);
  });

  it.each(flowNames)("has a register of %s that is the integral of its flow", (flow) => {
    const { series } = school;
    let integral = 0;
    for (let timeMs = fromMs; timeMs < toMs; timeMs += 600_000) integral += series.rate(flow, timeMs) / 6;
    expect(series.register(flow, toMs) - series.register(flow, fromMs)).toBeCloseTo(integral, 6);
    const between = fromMs + 37 * hourMs + 123_000;
    const began = fromMs + 37 * hourMs;
    expect(series.register(flow, between) - series.register(flow, began)).toBeCloseTo(
      (series.rate(flow, began) * 123_000) / hourMs,
      9,
    );
  });

  it("never counts backwards", () => {
    for (const flow of flowNames) {
      for (let timeMs = fromMs; timeMs < toMs; timeMs += hourMs)
        expect(school.series.rate(flow, timeMs)).toBeGreaterThanOrEqual(0);
    }
  });

  it("is warm and used on a school day, cool and empty at night and in the holidays", () => {
    const { series } = school;
    const schoolDay = Date.parse("2025-02-06T09:40:00Z");
    expect(series.air(0, "temperature", schoolDay)).toBeGreaterThan(18);
    expect(series.air(0, "co2", schoolDay)).toBeGreaterThan(600);
    expect(series.air(0, "presence", Date.parse("2025-02-06T02:00:00Z"))).toBe(0);
    const holiday = Date.parse("2025-02-14T09:40:00Z");
    expect(series.air(0, "presence", holiday)).toBe(0);
    expect(series.air(0, "temperature", holiday)).toBeLessThan(17);
    expect(series.air(0, "co2", holiday)).toBeLessThan(450);
  });

  it("gives the same values wherever one enters the simulation, others with another seed", () => {
    const later = simulate("louviers-ecole-a", toMs - 48 * hourMs).series;
    const other = simulate("louviers-ecole-a", toMs - 48 * hourMs, 2).series;
    for (let timeMs = toMs - 48 * hourMs; timeMs < toMs; timeMs += hourMs) {
      expect(later.register("gas", timeMs)).toBe(school.series.register("gas", timeMs));
      expect(later.air(1, "temperature", timeMs)).toBe(school.series.air(1, "temperature", timeMs));
    }
    expect(other.register("gas", toMs)).not.toBe(school.series.register("gas", toMs));
  });

  it("keeps its values when it forgets what is older", () => {
    const { series } = simulate("louviers-ecole-a", fromMs);
    series.forgetBefore(toMs - 24 * hourMs);
    expect(series.fromMs).toBe(toMs - 24 * hourMs);
    expect(series.register("gas", toMs)).toBe(school.series.register("gas", toMs));
    expect(() => series.register("gas", toMs - 25 * hourMs)).toThrow(RangeError);
  });

  it("knows nothing of what it did not keep", () => {
    expect(() => school.series.register("gas", fromMs - 1)).toThrow(RangeError);
  });
});

it.each(demonstratorBuildings.map(({ key }) => key))("%s stays within what buildings do", (key) => {
  const { series, plan } = simulate(key, fromMs);
  const hours = Array.from({ length: (toMs - fromMs) / hourMs }, (_, hour) => fromMs + hour * hourMs);
  for (const [index] of plan.physics.rooms.entries()) {
    const celsius = hours.map((timeMs) => series.air(index, "temperature", timeMs));
    expect(Math.min(...celsius)).toBeGreaterThan(7);
    expect(Math.max(...celsius)).toBeLessThan(33);
    expect(Math.min(...hours.map((timeMs) => series.air(index, "humidity", timeMs)))).toBeGreaterThan(5);
    expect(Math.max(...hours.map((timeMs) => series.air(index, "co2", timeMs)))).toBeLessThan(5000);
  }
  for (const meter of plan.meters) {
    const rates = hours.map((timeMs) => series.rate(meter.flow, timeMs));
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...rates)).toBeLessThanOrEqual(meter.maxPerHour);
    expect(Math.max(...rates)).toBeGreaterThan(0);
  }
});
