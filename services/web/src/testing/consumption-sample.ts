import type { Consumption, EnergySeries } from "../api/consumption.ts";

/** Hours of one local day in winter, for tests; each value null (missing) or kWh, with its estimated share. */
export function hoursOf(
  date: string,
  series: readonly { energy: EnergySeries["energy"]; values: readonly (number | null)[]; estimated?: number }[],
): Consumption {
  const count = series[0]?.values.length ?? 0;
  const localStarts = Array.from(
    { length: count },
    (_, hour) => `${date}T${String(hour).padStart(2, "0")}:00:00+01:00`,
  );
  const starts = localStarts.map((start) => new Date(start));
  return {
    building: "00000000-0000-4000-8000-000000000001",
    meter: null,
    timeZone: "Europe/Paris",
    by: "hour",
    from: starts[0] ?? new Date(0),
    to: new Date((starts.at(-1)?.getTime() ?? 0) + 3_600_000),
    starts,
    localStarts,
    series: series.map(({ energy, values, estimated = 0 }) => ({
      energy,
      nativeUnit: energy === "water" ? "m3" : "kW.h",
      energyKwh: energy === "water" ? values.map(() => null) : [...values],
      native: [...values],
      measuredShare: values.map((value) => (value === null ? 0 : 1 - estimated)),
      estimatedShare: values.map((value) => (value === null ? 0 : estimated)),
      missingShare: values.map((value) => (value === null ? 1 : 0)),
    })),
  };
}
