import type { Batcher } from "./batcher.ts";
import { sleep } from "./repeat.ts";
import type { SessionConnection } from "./session-connection.ts";

export interface DrainOptions {
  readonly batcher: Batcher;
  /** Asked again and again: false ends the drain, the session is somebody else's now. */
  readonly mayGoOn: () => Promise<boolean>;
  readonly stop: AbortSignal;
}

/** A session that still gives is not asked whether it is empty. */
const settledAfterMs = 500;
const pollMs = 100;

/**
 * Unsubscribes a session, stores all that it holds, then ends it. True once it is empty and ended; where that cannot be
 * waited for, the session stays as it is, with what is left in it.
 */
export async function drainSession(connection: SessionConnection, options: DrainOptions): Promise<boolean> {
  let drained = false;
  try {
    await connection.unsubscribe();
    drained = await untilEmpty(connection, options);
  } finally {
    await connection.close({ endSession: drained });
  }
  return drained;
}

async function untilEmpty(connection: SessionConnection, { mayGoOn, stop }: DrainOptions): Promise<boolean> {
  while (!stop.aborted && connection.isOpen && (await mayGoOn())) {
    if (connection.quietForMs >= settledAfterMs && (await connection.isEmpty())) return connection.isOpen;
    await sleep(pollMs, stop);
  }
  return false;
}
