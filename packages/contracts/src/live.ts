import { z } from "zod";
import { Energy } from "./energies.ts";
import { Uuid } from "./identifier.ts";
import { Timestamp } from "./time.ts";

/**
 * `GET /api/v1/live?building=…` is a stream of Server-Sent Events: `event: readings` and `event: consumption`, whose
 * `data` is JSON as below, and a comment line every 15 seconds. `event: behind` says that changes were left out: ask
 * again for what is shown. After a break the browser connects again by itself; what was missed is not repeated.
 */
export const LiveQuery = z.strictObject({ building: Uuid });

/** The newest stored value of each point that changed. */
export const LiveReadings = z
  .object({
    building: Uuid,
    readings: z.array(z.object({ point: Uuid, time: Timestamp, value: z.number() })),
  })
  .meta({ id: "LiveReadings" });
export type LiveReadings = z.input<typeof LiveReadings>;

/** Hours whose consumption was computed or computed again. */
export const LiveConsumption = z
  .object({
    building: Uuid,
    hours: z.array(
      z.object({
        meter: Uuid,
        register: Uuid,
        energy: Energy,
        hour: Timestamp,
        energyKwh: z.number().nullable(),
        missingShare: z.number(),
      }),
    ),
  })
  .meta({ id: "LiveConsumption" });
export type LiveConsumption = z.input<typeof LiveConsumption>;
