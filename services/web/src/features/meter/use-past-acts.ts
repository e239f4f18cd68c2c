import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  type AskedFill,
  type CounterEvent,
  correctionsQuery,
  fillsQuery,
  type MadeCorrection,
  registerEventsQuery,
} from "../../api/meters.ts";
import { useFormat } from "../../format/use-format.ts";
import type { RegisterPlace } from "./register-place.ts";
import { useCountText } from "./use-count-text.ts";
import { useParameterText, useValidityText } from "./use-parameter-text.ts";

/** Something that a person said or did about a counter. */
export interface PastAct {
  readonly id: string;
  readonly kind: "event" | "parameters" | "correction" | "fill";
  readonly what: string;
  readonly why: string | null;
  /** null: not for the reader to see, or the platform itself. */
  readonly who: string | null;
  readonly at: Date;
  /** That it holds no more, in words; null: it holds. */
  readonly ended: string | null;
}

/** All that was done about a register and the points that it reads or read, the newest first. */
export function usePastActs(place: RegisterPlace): PastAct[] {
  const { register, setup } = place;
  const describeEvent = useEventAct(place);
  const describeCorrection = useCorrectionAct(place);
  const describeFill = useFillAct(place);
  const parameters = useParameterActs(place);
  const events = useQuery({ ...registerEventsQuery(register.id), enabled: register.kind === "index" });
  const fills = useQuery(fillsQuery(register.id));
  const points = [...new Set(setup.points.map(({ point }) => point.id))];
  const corrections = useQueries({ queries: points.map(correctionsQuery) });
  return [
    ...(events.data?.items ?? []).map(describeEvent),
    ...(fills.data?.items ?? []).map(describeFill),
    ...corrections.flatMap(({ data }) => data?.items ?? []).map(describeCorrection),
    ...parameters,
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

function useEventAct({ register, setup, timeZone }: RegisterPlace) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText(register, setup);
  return (event: CounterEvent): PastAct => {
    const { id, kind, at, lastValue, firstValue, serialNumber, note, recordedBy, recordedAt, withdrawnAt } = event;
    const read = (value: number | null, time: Date) => (value === null ? t("meter.unread") : countText(value, time));
    const parts = [
      t("meter.onDate", { what: t(`registerEvent.${kind}`), at: format.dateTime(at, timeZone) }),
      ...(kind === "rollover"
        ? []
        : [t("meter.indexes", { last: read(lastValue, new Date(at.getTime() - 1)), first: read(firstValue, at) })]),
      ...(serialNumber === null ? [] : [t("meter.serialNumber", { number: serialNumber })]),
    ];
    const ended = withdrawnAt && t("meter.withdrawnAt", { at: format.dateTime(withdrawnAt, timeZone) });
    return { id, kind: "event", what: parts.join(" · "), why: note, who: recordedBy, at: recordedAt, ended };
  };
}

function useCorrectionAct({ register, setup, timeZone }: RegisterPlace) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText(register, setup);
  return (correction: MadeCorrection): PastAct => {
    const { id, kind, from, to, value, reason, madeBy, madeAt, appliedAt, readingCount } = correction;
    const [begin, end] = [format.dateTime(from, timeZone), format.dateTime(to, timeZone)];
    const what =
      kind === "set"
        ? t("meter.didSet", { at: begin, value: value === null ? "" : countText(value, from) })
        : t(kind === "void" ? "meter.didVoid" : "meter.didRestore", { from: begin, to: end, count: readingCount ?? 0 });
    const waits = appliedAt === null ? ` · ${t("meter.waits")}` : "";
    return { id, kind: "correction", what: what + waits, why: reason, who: madeBy, at: madeAt, ended: null };
  };
}

function useFillAct({ timeZone }: RegisterPlace) {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ id, from, to, reason, requestedBy, requestedAt, withdrawnAt, filledHours }: AskedFill): PastAct => ({
    id,
    kind: "fill",
    what: t("meter.didFill", {
      from: format.dateTime(from, timeZone),
      to: format.dateTime(to, timeZone),
      count: filledHours,
    }),
    why: reason,
    who: requestedBy,
    at: requestedAt,
    ended: withdrawnAt && t("meter.withdrawnAt", { at: format.dateTime(withdrawnAt, timeZone) }),
  });
}

function useParameterActs({ register, setup, timeZone }: RegisterPlace): PastAct[] {
  const { t } = useTranslation();
  const format = useFormat();
  const parameterText = useParameterText(register);
  const validityText = useValidityText(timeZone);
  return setup.parameters.map((period, index) => ({
    id: String(index),
    kind: "parameters",
    what: t("meter.didParameters", { parameters: parameterText(period), period: validityText(period) }),
    why: period.reason,
    who: period.recordedBy,
    at: period.knownFrom,
    ended: period.knownTo && t("meter.believedUntil", { at: format.dateTime(period.knownTo, timeZone) }),
  }));
}
