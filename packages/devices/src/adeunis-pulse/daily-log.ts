import type { AdeunisFrame } from "../families/adeunis/adeunis-frame.ts";

/**
 * Frame 0x48 of the first Pulse: a log sent in several frames once it is full. Frame 0 gives both counters at the
 * log's first time, t = 1; every frame gives the pulses counted on both channels from one time to the next.
 */
export function readDailyLog(frame: AdeunisFrame): void {
  const index = frame.reader.uint8();
  const log = logOf(index, frame.length);
  const start = startOf(index, frame.length);
  if (start === undefined) frame.warn(`log frame ${index} of ${frame.length} bytes is not one that is published`);
  let time = start ?? 1;
  if (index === 0) {
    frame.add("counterA", frame.reader.uint32BE(), ageOf(time, log));
    frame.add("counterB", frame.reader.uint32BE(), ageOf(time, log));
  }
  while (frame.reader.remaining > 0) {
    time += 1;
    frame.add("pulsesA", frame.reader.uint16BE(), ageOf(time, log));
    frame.add("pulsesB", frame.reader.uint16BE(), ageOf(time, log));
  }
}

interface Log {
  readonly times: number;
  readonly everySeconds: number;
}

const hourly: Log = { times: 24, everySeconds: 3600 };
const everyTenMinutes: Log = { times: 6, everySeconds: 600 };

/** Six values fit into one frame of 31 bytes, or end with the third short frame after the first; 24 values do not. */
function logOf(index: number, length: number): Log {
  return (index === 0 && length === 31) || (index === 3 && length === 7) ? everyTenMinutes : hourly;
}

/** The time from which the frame's first pulses count, by its place in the log and its length. */
function startOf(index: number, length: number): number | undefined {
  if (index === 0) return length === 11 || length === 31 || length === 51 ? 1 : undefined;
  if (length === 51 || length === 31) return index === 1 ? 11 : undefined;
  if (length === 11) return index <= 12 ? 2 * index - 1 : undefined;
  if (length !== 7) return undefined;
  if (index === 3) return 5;
  return index === 2 || index === 12 ? 23 : undefined;
}

/** The log is sent when its last value is taken. */
function ageOf(time: number, { times, everySeconds }: Log): number {
  return Math.max(0, times - time) * everySeconds;
}
