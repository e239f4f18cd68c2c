import { type EnergyFactor, type FactorNeed, type FactorPeriod, factorPeriods } from "@gtb/domain/carbon/energy-factor";
import { earlierDay, laterDay } from "@gtb/domain/money/calendar-day";
import type { Queryable } from "../pool.ts";
import { listEnergyFactors } from "./list-energy-factors.ts";
import { listLocalBuckets } from "./list-local-buckets.ts";
import { listMeterPlaces, type MeterPlaceRow } from "./list-meter-places.ts";
import type { Energy } from "./list-meters.ts";
import { type BucketStep, type DatedWeight, weighConsumption } from "./weigh-consumption.ts";

export interface EmissionRequest {
  /** Inner ids */
  readonly meterIds: readonly number[];
  /** Local midnights of `timeZone`; by hour any hour. */
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
  readonly by: BucketStep;
  /** Factors as they were believed then; without it as now. */
  readonly knownAt?: Date | undefined;
}

export interface EmissionRow {
  readonly meterId: number;
  readonly energy: Energy;
  readonly start: Date;
  /** What is known of the use; null: nothing, or it has no kWh (water). Gas in kWh PCS. */
  readonly energyKwh: number | null;
  /** Of the kWh that have a factor */
  readonly kgCo2e: number;
  readonly co2eKwh: number;
  readonly primaryKwh: number;
  readonly primaryOfKwh: number;
}

export interface Emissions {
  readonly rows: readonly EmissionRow[];
  /** The factors that these figures were made with, ratios included. */
  readonly factors: readonly EnergyFactor[];
}

/**
 * CO2e and primary energy by meter and local bucket. Factors hold for whole months: by month and year it reads
 * consumption_month, 12 rows a register and year, where the period is of whole months; else days, or hours by hour.
 */
export async function listEmissions(db: Queryable, request: EmissionRequest): Promise<Emissions> {
  const { meterIds, from, to, timeZone, by } = request;
  const buckets = await listLocalBuckets(db, { from, to, timeZone, by: by === "hour" ? "day" : by });
  const period = { from: buckets[0]?.from ?? "", to: buckets.at(-1)?.to ?? "" };
  const places = await listMeterPlaces(db, meterIds);
  const organisationIds = [...new Set(places.map(({ organisationId }) => organisationId))];
  const factors = await listEnergyFactors(db, { organisationIds, knownAt: request.knownAt });
  const used = new Set<EnergyFactor>();
  const weights = places.flatMap((place) => {
    const known = factors.filter(
      ({ organisationId }) => organisationId === null || organisationId === place.organisationId,
    );
    return weightsOf(place, known, period, used);
  });
  const wholeMonths = [period, ...weights].every(
    ({ from: start, to: end }) => start.endsWith("-01") && end.endsWith("-01"),
  );
  const source = by === "hour" ? "hour" : wholeMonths && (by === "month" || by === "year") ? "month" : "day";
  const rows = await weighConsumption(db, { meterIds, from, to, timeZone, by, weights, source, schedules: [] });
  const energyOf = new Map(places.map(({ meterId, energy }) => [meterId, energy]));
  return {
    rows: rows.map(({ meterId, start, energyKwh, first, firstKwh, second, secondKwh }) => ({
      meterId,
      energy: energyOf.get(meterId) ?? "electricity",
      start,
      energyKwh,
      kgCo2e: first,
      co2eKwh: firstKwh,
      primaryKwh: second,
      primaryOfKwh: secondKwh,
    })),
    factors: [...used],
  };
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Both factors of a meter, a new weight whenever one of them changes. */
function weightsOf(
  place: MeterPlaceRow,
  factors: readonly EnergyFactor[],
  period: Days,
  used: Set<EnergyFactor>,
): DatedWeight[] {
  const { meterId, energy, endUse } = place;
  const periodsOf = (kind: FactorNeed["kind"]) =>
    factorPeriods(factors, { kind, energy, endUse }).filter((one) => overlap(one, period));
  const [co2e, primary] = [periodsOf("co2e"), periodsOf("primary_energy")];
  for (const one of [...co2e, ...primary]) for (const factor of one.factors) used.add(factor);
  const inside = (day: string | null) => day !== null && day > period.from && day < period.to;
  const changes = [...co2e, ...primary].flatMap(({ from, to }) => [from, to]).filter((day) => inside(day));
  const edges = [...new Set([period.from, ...changes, period.to])].map(String).sort();
  return edges.slice(0, -1).map((from, index) => ({
    meterId,
    tariffClass: null,
    from,
    to: edges[index + 1] ?? period.to,
    first: { perKwh: perKwhOn(co2e, from), perNative: 0 },
    second: { perKwh: perKwhOn(primary, from), perNative: 0 },
  }));
}

function overlap(one: FactorPeriod, { from, to }: Days): boolean {
  return laterDay(one.from, from) < earlierDay(one.to ?? to, to);
}

function perKwhOn(periods: readonly FactorPeriod[], day: string): number | null {
  return periods.find(({ from, to }) => from <= day && (to === null || day < to))?.perKwh ?? null;
}
