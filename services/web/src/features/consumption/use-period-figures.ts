import { useQuery } from "@tanstack/react-query";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { consumptionQuery } from "../../api/consumption.ts";
import { compared, comparisonStepOf, type Period, startsAfter, stepOf } from "../../time/period.ts";
import { comparePeriods, earlierByBucket } from "./compare-periods.ts";

/** The consumption of a period as it is drawn, and what it is compared with. */
export function usePeriodFigures(building: DetailedBuilding, period: Period, now: Date) {
  const before = compared(period);
  const range = (of: Period, by: "hour" | "day" | "month") =>
    consumptionQuery({ buildingId: building.id, timeZone: building.timeZone, first: of.first, end: of.end, by });
  const drawn = useQuery(range(period, stepOf[period.kind]));
  const fine = useQuery(range(period, comparisonStepOf[period.kind]));
  const earlier = useQuery(range(before, comparisonStepOf[period.kind]));
  const columns = drawn.data;
  const future = startsAfter(period, columns?.localStarts.at(-1));
  const comparable = fine.data !== undefined && earlier.data !== undefined;
  return {
    drawn,
    columns,
    before,
    future,
    comparison: comparable
      ? comparePeriods({ period, columns: fine.data }, { period: before, columns: earlier.data }, now)
      : null,
    earlier: comparable
      ? earlierByBucket(
          { period, localStarts: [...(columns?.localStarts ?? []), ...future] },
          { period: before, fine: earlier.data },
        )
      : [],
  };
}

export type PeriodFigures = ReturnType<typeof usePeriodFigures>;
