import { type Correction, CorrectionAnswer, type CorrectionBody, CorrectionList } from "@gtb/contracts/corrections";
import { type Fill, FillAnswer, type FillBody, FillList } from "@gtb/contracts/fills";
import { Job } from "@gtb/contracts/jobs";
import { Meter } from "@gtb/contracts/meters";
import { ReadingColumns } from "@gtb/contracts/readings";
import {
  type RegisterBreak,
  RegisterBreakList,
  type RegisterEvent,
  RegisterEventAnswer,
  type RegisterEventBody,
  RegisterEventList,
} from "@gtb/contracts/register-events";
import { type RegisterParametersBody, RegisterSetup } from "@gtb/contracts/register-parameters";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post, remove } from "./request.ts";

export type DetailedMeter = z.output<typeof Meter>;
export type MeterRegister = DetailedMeter["registers"][number];
export type CounterBreak = z.output<typeof RegisterBreak>;
export type CounterEvent = z.output<typeof RegisterEvent>;
export type MadeCorrection = z.output<typeof Correction>;
export type AskedFill = z.output<typeof Fill>;
export type Setup = z.output<typeof RegisterSetup>;

/** Everything below a meter's page is kept under "meter", so that one change refreshes it all. */
export function meterQuery(meterId: string) {
  return queryOptions({
    queryKey: ["meter", meterId],
    queryFn: ({ signal }) => get(Meter, apiUrl(`/meters/${meterId}`), signal),
  });
}

export function registerSetupQuery(registerId: string) {
  return queryOptions({
    queryKey: ["meter", "parameters", registerId],
    queryFn: ({ signal }) => get(RegisterSetup, apiUrl(`/registers/${registerId}/parameters`), signal),
  });
}

export function registerEventsQuery(registerId: string) {
  return queryOptions({
    queryKey: ["meter", "events", registerId],
    queryFn: ({ signal }) => get(RegisterEventList, apiUrl(`/registers/${registerId}/events`), signal),
  });
}

export function registerBreaksQuery(registerId: string) {
  return queryOptions({
    queryKey: ["meter", "breaks", registerId],
    queryFn: ({ signal }) => get(RegisterBreakList, apiUrl(`/registers/${registerId}/breaks`), signal),
  });
}

export function fillsQuery(registerId: string) {
  return queryOptions({
    queryKey: ["meter", "fills", registerId],
    queryFn: ({ signal }) => get(FillList, apiUrl(`/registers/${registerId}/fills`), signal),
  });
}

export function correctionsQuery(pointId: string) {
  return queryOptions({
    queryKey: ["meter", "corrections", pointId],
    queryFn: ({ signal }) => get(CorrectionList, apiUrl(`/points/${pointId}/corrections`), signal),
  });
}

/** A point's readings as stored, in [from, to). */
export function storedReadingsQuery(pointId: string, from: Date, to: Date) {
  return queryOptions({
    queryKey: ["meter", "readings", pointId, from.getTime(), to.getTime()],
    queryFn: ({ signal }) => get(ReadingColumns, apiUrl(`/points/${pointId}/readings`, { from, to }), signal),
  });
}

/** A job that somebody waits for; asked again each second until it has ended. */
export function jobQuery(jobId: string) {
  return queryOptions({
    queryKey: ["job", jobId],
    queryFn: ({ signal }) => get(Job, apiUrl(`/jobs/${jobId}`), signal),
    refetchInterval: ({ state }) => (state.data?.state === "done" || state.data?.state === "failed" ? false : 1_000),
  });
}

export function correctReadings(pointId: string, correction: CorrectionBody) {
  return post(CorrectionAnswer, apiUrl(`/points/${pointId}/corrections`), correction);
}

export function recordEvent(registerId: string, event: RegisterEventBody) {
  return post(RegisterEventAnswer, apiUrl(`/registers/${registerId}/events`), event);
}

export function withdrawEvent(eventId: string) {
  return remove(apiUrl(`/register-events/${eventId}`));
}

export function setParameters(registerId: string, parameters: RegisterParametersBody) {
  return post(RegisterSetup, apiUrl(`/registers/${registerId}/parameters`), parameters);
}

export function askFill(registerId: string, fill: FillBody) {
  return post(FillAnswer, apiUrl(`/registers/${registerId}/fills`), fill);
}

export function withdrawFill(fillId: string) {
  return remove(apiUrl(`/fills/${fillId}`));
}
