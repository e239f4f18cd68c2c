import type { StationHour } from "@gtb/database/queries/store-station-hours";
import { z } from "zod";
import { PermanentError } from "../runner/job-kind.ts";

/** Where the weather is fetched: both of Open-Meteo, or servers that speak like them. */
export interface OpenMeteoSettings {
  readonly archiveUrl: string;
  readonly forecastUrl: string;
}

interface Wanted {
  readonly latitude: number;
  readonly longitude: number;
  /** `YYYY-MM-DD`, both included, UTC */
  readonly from: string;
  readonly to: string;
}

/** Hours of UTC, °C; a value that the service has not yet is null. */
const Reply = z.object({
  hourly: z.object({
    time: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:00$/)),
    temperature_2m: z.array(z.number().min(-90).max(60).nullable()),
  }),
  hourly_units: z.object({ temperature_2m: z.literal("°C") }),
});
const Refusal = z.object({ error: z.literal(true), reason: z.string() });

const timeLimitMs = 30_000;

/**
 * Hourly air temperature at 2 m of a place, as the service answers (`hourly=temperature_2m`, times in UTC). Rejects with
 * PermanentError where asking again is no use (the service refuses the question), else with an Error.
 */
export async function fetchTemperatures(url: string, wanted: Wanted, signal: AbortSignal): Promise<StationHour[]> {
  const address = new URL(url);
  const { latitude, longitude, from, to } = wanted;
  const query = { latitude, longitude, start_date: from, end_date: to, hourly: "temperature_2m", timezone: "GMT" };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
  const response = await fetch(address, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]),
    headers: { accept: "application/json" },
    redirect: "error",
  });
  const content: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalOf(response.status, content);
  const reply = Reply.safeParse(content);
  if (!reply.success)
    throw new Error(`the weather service answered what we do not know: ${z.prettifyError(reply.error)}`);
  return toHours(reply.data.hourly);
}

function refusalOf(status: number, content: unknown): Error {
  const refusal = Refusal.safeParse(content);
  const reason = refusal.success ? refusal.data.reason : `HTTP ${status}`;
  // 429: too many requests of this address; 5xx: theirs. Both pass.
  return status >= 400 && status < 500 && status !== 429
    ? new PermanentError(`Le service météo refuse la demande : ${reason}`)
    : new Error(`Le service météo ne répond pas pour l'instant : ${reason}`);
}

function toHours({ time, temperature_2m: values }: z.output<typeof Reply>["hourly"]): StationHour[] {
  return time.flatMap((text, index) => {
    const meanC = values[index];
    if (meanC === null || meanC === undefined) return [];
    return [{ hourMs: Date.parse(`${text}:00Z`), meanC, minC: meanC, maxC: meanC }];
  });
}
