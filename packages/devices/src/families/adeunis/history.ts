import type { AdeunisFrame } from "./adeunis-frame.ts";

/**
 * A frame with several samples gives the newest first and does not say how far apart they are: registers S320 and
 * S321 of the device do. Its published codecs leave them undated. We space them by the product's factory setting,
 * `periodSeconds`, and say so: a device set otherwise needs its own period before its history can be trusted.
 */
export function warnOfAssumedPeriod(frame: AdeunisFrame, samples: number, periodSeconds: number): void {
  if (samples > 1) frame.warn(`times of ${samples - 1} older sample(s) assume one every ${periodSeconds / 60} minutes`);
}

/** Calls `read` with the age in seconds of each sample in turn, until the frame's values end; a frame has one at least. */
export function readHistory(frame: AdeunisFrame, periodSeconds: number, read: (ageSeconds: number) => void): void {
  let samples = 0;
  do {
    read(samples * periodSeconds);
    samples += 1;
  } while (frame.remaining > 0);
  warnOfAssumedPeriod(frame, samples, periodSeconds);
}
