/** Bit flags of a reading's `quality`; 0 is a value as it was measured. */
export const readingQuality = {
  /** The meter, the supplier or the operator says that the value is an estimate: what follows from it is estimated too. */
  estimatedAtSource: 1,
  /** Kept, but known to be wrong: no calculation reads it. */
  suspect: 2,
} as const;

export function isEstimatedAtSource(quality: number): boolean {
  return (quality & readingQuality.estimatedAtSource) !== 0;
}

/** The readings that calculations read, in the same order. */
export function soundReadings<T extends { readonly quality: number }>(readings: readonly T[]): readonly T[] {
  return readings.some(({ quality }) => isSuspect(quality))
    ? readings.filter(({ quality }) => !isSuspect(quality))
    : readings;
}

export function isSuspect(quality: number): boolean {
  return (quality & readingQuality.suspect) !== 0;
}
