import { longestConsumptionDays } from "@gtb/contracts/consumption";
import type { Energy } from "@gtb/contracts/energies";
import { useQueries } from "@tanstack/react-query";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { type Consumption, consumptionQuery } from "../../api/consumption.ts";
import { addDays, type CalendarDate, daysBetween } from "../../time/calendar-date.ts";
import type { Period } from "../../time/period.ts";
import { runningIndex } from "../consumption/bucket-quality.ts";
import type { Hours } from "./hour-grid.ts";

/** Shares below this come from rounding and edges. */
const notable = 0.02;

/** The hours of a period, asked in as many parts as the API answers at once. `today`: nothing is asked beyond it. */
export function useHours(building: DetailedBuilding, period: Period, today: CalendarDate) {
  const { id: buildingId, timeZone } = building;
  const replies = useQueries({
    queries: spansOf(period, today).map((span) => consumptionQuery({ buildingId, timeZone, ...span, by: "hour" })),
  });
  const parts = replies.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    columns: parts.length === replies.length ? parts : undefined,
    failed: replies.find((reply) => reply.isError && reply.data === undefined),
  };
}

function spansOf({ first, end }: Period, today: CalendarDate): { first: CalendarDate; end: CalendarDate }[] {
  // A local day more or less for the hours of a clock change.
  const most = longestConsumptionDays.hour - 1;
  const days = daysBetween(first, end <= today ? end : addDays(today, 1));
  return Array.from({ length: Math.ceil(Math.max(0, days) / most) }, (_, part) => ({
    first: addDays(first, part * most),
    end: addDays(first, Math.min(days, (part + 1) * most)),
  }));
}

/** Hours of one energy; the hour that runs, and those known in part, count as unknown. */
export function hoursOf(parts: readonly Consumption[], energy: Energy, now: Date): Hours {
  const hours = parts.flatMap((columns) => {
    const series = columns.series.find((one) => one.energy === energy);
    const running = runningIndex(columns, now);
    return columns.localStarts.map((localStart, index) => {
      const whole = index !== running && (series?.missingShare[index] ?? 1) <= notable;
      return {
        localStart,
        energyKwh: whole ? (series?.energyKwh[index] ?? null) : null,
        estimated: (series?.estimatedShare[index] ?? 0) > notable,
        running: index === running,
      };
    });
  });
  const over = hours.filter(({ running }) => !running);
  return {
    localStarts: over.map(({ localStart }) => localStart),
    energyKwh: over.map(({ energyKwh }) => energyKwh),
    estimated: over.map(({ estimated }) => estimated),
  };
}
