import { applyCorrections } from "@gtb/readings/apply-corrections";
import { z } from "zod";
import type { JobKind } from "../runner/job-kind.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({ correctionId: z.int().positive() });

/** Applies what a person corrected of a point's readings; their consumption follows by the outbox, as for any reading. */
export const correctReadingsKind: JobKind = {
  kind: "correct-readings",
  run: async (run, job) => {
    const { correctionId } = readPayload(payloadSchema, job);
    const changed = await run.transaction((connection) => applyCorrections(connection, correctionId));
    return changed === undefined ? undefined : `${changed} relevé(s) corrigé(s)`;
  },
};
