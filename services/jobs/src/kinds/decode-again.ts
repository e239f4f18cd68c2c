import { decodeAgain } from "@gtb/readings/decode-again";
import { z } from "zod";
import type { JobKind } from "../runner/job-kind.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({
  deviceId: z.int().positive(),
  /** Points that the device fed before its assignments changed. */
  pointIds: z.array(z.int().positive()).default([]),
});

/** Decodes a device's uplinks again, from the ledger: its assignments or its codec have changed. */
export const decodeAgainKind: JobKind = {
  kind: "decode-again",
  run: async (run, job) => {
    const { deviceId, pointIds } = readPayload(payloadSchema, job);
    const { uplinks, changed, withdrawn } = await decodeAgain(
      run.pool,
      { deviceId, pointIds },
      { guard: run.guard, onProgress: (done, total) => run.progress(done, total) },
    );
    return `${uplinks} trame(s), ${changed} relevé(s) ajouté(s) ou changé(s), ${withdrawn} retiré(s)`;
  },
};
