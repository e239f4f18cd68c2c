import { earlierDay, laterDay } from "@gtb/domain/money/calendar-day";
import { type ContractTerms, sameClass } from "@gtb/domain/money/contract-terms";
import { commonCurrency } from "@gtb/domain/money/currency";
import { fixedCost } from "@gtb/domain/money/fixed-cost";
import { classesOf, scheduleHours } from "@gtb/domain/money/tariff-schedule";
import { ratesWithin, unitRates } from "@gtb/domain/money/unit-rates";
import type { Queryable } from "../pool.ts";
import { type ContractTermsRow, listContractTerms } from "./list-contract-terms.ts";
import { type LocalBucketRow, listLocalBuckets } from "./list-local-buckets.ts";
import { listMeterPlaces, type MeterPlaceRow } from "./list-meter-places.ts";
import type { Energy } from "./list-meters.ts";
import {
  type BucketStep,
  type DatedWeight,
  type ScheduleHours,
  type WeighedRow,
  type Weighing,
  weighConsumption,
} from "./weigh-consumption.ts";

export interface CostRequest {
  /** Inner ids */
  readonly meterIds: readonly number[];
  /** Local midnights of `timeZone`; by hour any hour. */
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
  readonly by: BucketStep;
  /** Prices as they were believed then; without it as now. */
  readonly knownAt?: Date | undefined;
}

/** What a meter's use costs in a bucket. Amounts are not rounded: add up, then `roundToCents`. */
export interface CostRow {
  readonly meterId: number;
  readonly energy: Energy;
  readonly start: Date;
  /** ISO 4217; null: the meter has no contract in the period. Refuse sums over several with `commonCurrency`. */
  readonly currency: string | null;
  /** The meter's delivery point is an ancestor's: its part of what is used, and no fixed costs. */
  readonly inherited: boolean;
  readonly variableExclTax: number;
  readonly variableInclTax: number;
  readonly fixedExclTax: number;
  readonly fixedInclTax: number;
  /** What is known of the use; null: nothing. Gas in kWh PCS. */
  readonly energyKwh: number | null;
  readonly native: number | null;
  /** What of it has a price. Its share is costed ÷ known, in kWh or, where there are none (water), in native units. */
  readonly costedKwh: number;
  readonly costedNative: number;
}

/**
 * Costs by meter and local bucket: what was used at the prices of each day and tariff class, fixed costs by local day.
 * Fixed costs of a delivery point are counted once, with its first meter of these, and only with a meter that stands there
 * itself. A bucket with neither use nor fixed costs has no row. Reads consumption_month or consumption_day where that says
 * enough, hours only for contracts whose tariff class depends on the hour. Throws MixedCurrencyError where one meter's
 * contracts change currency within the period.
 */
export async function listCosts(db: Queryable, request: CostRequest): Promise<CostRow[]> {
  const { meterIds, from, to, timeZone, by } = request;
  const buckets = await listLocalBuckets(db, { from, to, timeZone, by: by === "hour" ? "day" : by });
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return [];
  const period = { from: first.from, to: last.to };
  const places = await listMeterPlaces(db, meterIds);
  const deliveryPoints = places.flatMap(({ deliveryPointId }) => deliveryPointId ?? []);
  const terms = Map.groupBy(
    await listContractTerms(db, [...new Set(deliveryPoints)], request.knownAt),
    (t) => t.deliveryPointId,
  );
  const metered = places.map((place) => ({
    place,
    terms: termsWithin(terms.get(place.deliveryPointId ?? 0) ?? [], period),
  }));
  const rows = await weigh(db, request, metered, period);
  return [...mergeFixed(metered, rows, spreadFixed(metered, buckets, request))];
}

interface MeteredTerms {
  readonly place: MeterPlaceRow;
  readonly terms: readonly ContractTermsRow[];
}
interface Days {
  readonly from: string;
  readonly to: string;
}

function termsWithin(terms: readonly ContractTermsRow[], { from, to }: Days): ContractTermsRow[] {
  return terms.filter((one) => one.from < to && (one.to === null || one.to > from));
}

/** Hours where a schedule needs them, months where nothing changes inside of one, else days. */
async function weigh(
  db: Queryable,
  request: CostRequest,
  metered: readonly MeteredTerms[],
  period: Days,
): Promise<WeighedRow[]> {
  const { from, to, timeZone, by } = request;
  const byHour = (one: MeteredTerms) => by === "hour" || needsHours(one);
  const ask = async (some: readonly MeteredTerms[], source: Weighing["source"] | undefined): Promise<WeighedRow[]> => {
    if (some.length === 0) return [];
    const meterIds = some.map(({ place }) => place.meterId);
    const weights = some.flatMap((one) => weightsOf(one, period));
    const schedules = source === "hour" ? schedulesOf(some, period) : [];
    const rows = source ?? (isByMonths(weights, period, by) ? "month" : "day");
    return weighConsumption(db, { meterIds, from, to, timeZone, by, weights, source: rows, schedules });
  };
  const hourly = await ask(metered.filter(byHour), "hour");
  return [
    ...hourly,
    ...(await ask(
      metered.filter((one) => !byHour(one)),
      undefined,
    )),
  ];
}

function needsHours({ place, terms }: MeteredTerms): boolean {
  return place.tariffClasses.includes("base") && terms.some(({ schedule }) => schedule !== null);
}

function isByMonths(weights: readonly DatedWeight[], period: Days, by: BucketStep): boolean {
  if (by !== "month" && by !== "year") return false;
  return [period, ...weights].every(({ from, to }) => from.endsWith("-01") && to.endsWith("-01"));
}

function weightsOf({ place, terms }: MeteredTerms, period: Days): DatedWeight[] {
  return terms.flatMap((one) =>
    classesAt(place, one).flatMap((tariffClass) =>
      ratesWithin(unitRates(one, tariffClass), period.from, period.to).map(({ from, to, perKwh, perNativeUnit }) => ({
        meterId: place.meterId,
        tariffClass,
        from,
        to,
        first: { perKwh: perKwh.exclTax, perNative: perNativeUnit.exclTax },
        second: { perKwh: perKwh.inclTax, perNative: perNativeUnit.inclTax },
      })),
    ),
  );
}

/** The classes that the meter's registers tell, and those that a schedule says of a register that tells none. */
function classesAt({ tariffClasses }: MeterPlaceRow, { schedule }: ContractTerms): string[] {
  if (schedule === null || !tariffClasses.includes("base")) return [...tariffClasses];
  const told = tariffClasses.filter((one) => one !== "base");
  const said = classesOf(schedule).filter((one) => !told.some((other) => sameClass(one, other)));
  return [...told, ...said.map((one) => one.toLowerCase())];
}

/** Meters that share a schedule share its 2,016 hours. */
function schedulesOf(metered: readonly MeteredTerms[], period: Days): ScheduleHours[] {
  const bound = metered.flatMap(({ place, terms }) =>
    terms.flatMap(({ schedule, from, to }) =>
      schedule === null
        ? []
        : {
            schedule,
            meterId: place.meterId,
            from: laterDay(from, period.from),
            to: earlierDay(to ?? period.to, period.to),
          },
    ),
  );
  const bySchedule = Map.groupBy(bound, ({ schedule }) => JSON.stringify(schedule));
  return [...bySchedule.values()].flatMap((meters) => {
    const schedule = meters[0]?.schedule;
    return schedule === undefined ? [] : { meters, hours: scheduleHours(schedule) };
  });
}

interface FixedPart {
  readonly meterId: number;
  readonly start: Date;
  readonly exclTax: number;
  readonly inclTax: number;
}

function spreadFixed(
  metered: readonly MeteredTerms[],
  buckets: readonly LocalBucketRow[],
  request: CostRequest,
): FixedPart[] {
  const seen = new Set<number>();
  const payers = metered.filter(({ place: { deliveryPointId, inherited } }) => {
    if (deliveryPointId === null || inherited || seen.has(deliveryPointId)) return false;
    seen.add(deliveryPointId);
    return true;
  });
  return payers.flatMap(({ place: { meterId }, terms }) =>
    buckets.flatMap(({ start, end, from, to }) => {
      const costs = terms.map((one) => fixedCost(one, from, to));
      const sum = (field: "exclTax" | "inclTax") => costs.reduce((total, cost) => total + cost[field], 0);
      const part = { meterId, start, exclTax: sum("exclTax"), inclTax: sum("inclTax") };
      if (part.exclTax === 0 && part.inclTax === 0) return [];
      return request.by === "hour" ? byHours(part, end, request) : [part];
    }),
  );
}

const hourMs = 3_600_000;

/** A day's fixed costs, evenly over its 23, 24 or 25 hours. */
function byHours(part: FixedPart, dayEnd: Date, { from, to }: CostRequest): FixedPart[] {
  const start = part.start.getTime();
  const hours = Math.round((dayEnd.getTime() - start) / hourMs);
  return Array.from({ length: hours }, (_, hour) => ({
    meterId: part.meterId,
    start: new Date(start + hour * hourMs),
    exclTax: part.exclTax / hours,
    inclTax: part.inclTax / hours,
  })).filter((one) => one.start >= from && one.start < to);
}

function* mergeFixed(
  metered: readonly MeteredTerms[],
  used: readonly WeighedRow[],
  fixed: readonly FixedPart[],
): Generator<CostRow> {
  const usedOf = Map.groupBy(used, ({ meterId }) => meterId);
  const fixedOf = Map.groupBy(fixed, ({ meterId }) => meterId);
  for (const { place, terms } of metered) {
    const currency = commonCurrency(terms.map((one) => one.currency));
    const common = { meterId: place.meterId, energy: place.energy, inherited: place.inherited, currency };
    const useAt = new Map(usedOf.get(place.meterId)?.map((row) => [row.start.getTime(), row]));
    const fixedAt = new Map(fixedOf.get(place.meterId)?.map((row) => [row.start.getTime(), row]));
    for (const at of [...new Set([...useAt.keys(), ...fixedAt.keys()])].sort((a, b) => a - b)) {
      const [use, part] = [useAt.get(at), fixedAt.get(at)];
      yield {
        ...common,
        start: new Date(at),
        variableExclTax: use?.first ?? 0,
        variableInclTax: use?.second ?? 0,
        fixedExclTax: part?.exclTax ?? 0,
        fixedInclTax: part?.inclTax ?? 0,
        energyKwh: use?.energyKwh ?? null,
        native: use?.native ?? null,
        costedKwh: use?.firstKwh ?? 0,
        costedNative: use?.firstNative ?? 0,
      };
    }
  }
}
