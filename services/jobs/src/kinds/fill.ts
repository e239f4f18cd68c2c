import type { Connection } from "@gtb/database/pool";
import { listComputedHours } from "@gtb/database/queries/list-computed-hours";
import {
  deleteFilledHours,
  type FillRequestRow,
  insertFilledHours,
  lockFillRequest,
} from "@gtb/database/queries/store-fill";
import { fillReachMs, sameHoursFill } from "@gtb/domain/energy/same-hours-fill";
import { z } from "zod";
import { computeRanges } from "../consumption/compute-windows.ts";
import { type JobKind, PermanentError } from "../runner/job-kind.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({ requestId: z.int().positive() });
const hourMs = 3_600_000;

/**
 * Fills a register's missing hours as a person has asked, or takes that back. The values are computed once and kept beside
 * the hours: computing again gives the same, and where readings arrive they count instead.
 */
export const fillKind: JobKind = {
  kind: "fill",
  run: async (run, job) => {
    const { requestId } = readPayload(payloadSchema, job);
    return run.transaction(async (connection) => {
      const request = await lockFillRequest(connection, requestId);
      if (request === undefined) return undefined;
      if (request.isVirtual)
        throw new PermanentError(
          "Un compteur virtuel suit les autres : complétez les heures des compteurs dont il dépend.",
        );
      const message = request.isWithdrawn
        ? `${await deleteFilledHours(connection, requestId)} heure(s) à nouveau manquante(s)`
        : await fill(connection, requestId, request);
      const { registerId, fromMs, toMs } = request;
      const { hoursRefused } = await computeRanges(connection, [{ registerId, fromMs, toMs }], "missing hours filled");
      if (hoursRefused > 0)
        throw new PermanentError(
          "Une partie des relevés de cette période n’est plus conservée : ses consommations restent telles quelles.",
        );
      return message;
    });
  },
};

/** Whole hours that are over, within what was asked for. */
async function fill(connection: Connection, requestId: number, request: FillRequestRow): Promise<string> {
  const { registerId, timeZone } = request;
  const fromMs = Math.floor(request.fromMs / hourMs) * hourMs;
  const toMs = Math.floor(Math.min(request.toMs, Date.now()) / hourMs) * hourMs;
  const reach = { registerId, hoursFromMs: fromMs - fillReachMs, hoursToMs: toMs + fillReachMs };
  const [hours = []] = await listComputedHours(connection, [{ ...reach, loadFromMs: fromMs, loadToMs: toMs }]);
  const known = new Set(hours.filter(({ missingShare }) => missingShare === 0).map((hour) => hour.hourMs));
  const missing: number[] = [];
  for (let at = fromMs; at < toMs; at += hourMs) if (!known.has(at)) missing.push(at);
  const filled = await insertFilledHours(connection, requestId, registerId, sameHoursFill(missing, hours, timeZone));
  const left = missing.length - filled;
  const done = `${filled} heure(s) complétée(s)`;
  return left === 0 ? done : `${done}, ${left} sans heures mesurées semblables dans les 8 semaines autour`;
}
