import { listRegisterExtents, type RegisterExtent } from "@gtb/database/queries/list-register-extents";
import type { DirtyRange } from "@gtb/database/queries/take-reading-changes";
import { z } from "zod";
import { computeRanges } from "../consumption/compute-windows.ts";
import type { JobMetrics } from "../metrics.ts";
import { type JobKind, PermanentError } from "../runner/job-kind.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({
  registerIds: z.array(z.int().positive()).min(1),
  /** Bounds of what changed; null: as far as there are readings. */
  from: z.coerce.date().nullable().default(null),
  to: z.coerce.date().nullable().default(null),
});

/** Registers are read and written in parts of so long, a transaction each. */
const partMs = 90 * 24 * 3_600_000;
const hourMs = 3_600_000;

/**
 * Computes hours again, over a range or all there is: a parameter, a point or a coefficient has changed, or a person
 * asked. Hours whose readings the retention has dropped stay as they are: computed again they would be missing.
 */
export function recomputeKind(metrics: JobMetrics): JobKind {
  return {
    kind: "recompute",
    run: async (run, job) => {
      const { registerIds, from, to } = readPayload(payloadSchema, job);
      const extents = await listRegisterExtents(run.pool, registerIds);
      const bounds = {
        fromMs: from?.getTime() ?? Number.NEGATIVE_INFINITY,
        toMs: to?.getTime() ?? Number.POSITIVE_INFINITY,
      };
      const ranges = extents.map((extent) => rangeWithin(extent, bounds)).filter((range) => range !== undefined);
      if (ranges.length === 0 && extents.some(({ lostReadings }) => lostReadings))
        throw new PermanentError(
          "Les relevés de cette période ne sont plus conservés : ses consommations restent telles quelles.",
        );
      const parts = ranges.flatMap(inParts);
      let [hoursWritten, hoursRefused] = [0, 0];
      for (const [done, part] of parts.entries()) {
        await run.progress(done, parts.length);
        const computed = await run.transaction((connection) => computeRanges(connection, [part], "recomputed"));
        metrics.readingsComputed.inc(computed.readings);
        metrics.hoursWritten.inc(computed.hoursWritten);
        metrics.hoursRefused.inc(computed.hoursRefused);
        hoursWritten += computed.hoursWritten;
        hoursRefused += computed.hoursRefused;
      }
      await run.progress(parts.length, parts.length);
      const changed = `${hoursWritten} heure(s) changée(s)`;
      return hoursRefused === 0
        ? changed
        : `${changed} ; ${hoursRefused} restent telles quelles, leurs relevés ne sont plus conservés`;
    },
  };
}

function rangeWithin(
  extent: RegisterExtent,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): DirtyRange | undefined {
  const { registerId, firstMs, lastMs, firstReadingMs, lostReadings } = extent;
  const soundFromMs = lostReadings
    ? Math.ceil((firstReadingMs ?? Number.POSITIVE_INFINITY) / hourMs) * hourMs
    : firstMs;
  const range = { registerId, fromMs: Math.max(fromMs, soundFromMs), toMs: Math.min(toMs, lastMs) };
  return range.fromMs <= range.toMs ? range : undefined;
}

function inParts({ registerId, fromMs, toMs }: DirtyRange): DirtyRange[] {
  const parts: DirtyRange[] = [];
  for (let at = fromMs; at < toMs; at += partMs)
    parts.push({ registerId, fromMs: at, toMs: Math.min(toMs, at + partMs) });
  return parts.length > 0 ? parts : [{ registerId, fromMs, toMs }];
}
