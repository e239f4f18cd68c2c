/** A gateway's clock may be a little ahead (ChirpStack itself tolerates 30 s); a value from later than this is no measurement. */
const toleratedFutureMs = 5 * 60_000;
/** Before the first LoRaWAN specification (January 2015) no device can have sent anything. */
const earliestMs = Date.UTC(2015, 0, 1);

/** Why a time cannot be that of an event or a reading heard at `receivedAt`; undefined where it can. */
export function timeFault(time: Date, receivedAt: Date): "time_in_future" | "time_too_old" | undefined {
  if (time.getTime() > receivedAt.getTime() + toleratedFutureMs) return "time_in_future";
  if (time.getTime() < earliestMs) return "time_too_old";
  return undefined;
}
