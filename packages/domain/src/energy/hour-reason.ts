/** Why an hour is not wholly measured: bits of `reasons`, for several may come together in one hour. */
export const hourReason = {
  /** Two indexes far apart: the energy is known, its shape is not, so it is spread evenly. */
  longGap: 1,
  /** The meter, the supplier or the operator says that a value is an estimate. */
  estimatedAtSource: 2,
  /** No reading tells of this time: the sensor was silent, or its next reading has not come yet. */
  nothingHeard: 4,
  /** The counter was exchanged or reset, or fell for a reason that nobody has told, and its indexes are not known. */
  counterBreak: 8,
  /** Nothing says what a count was worth at that time. */
  noParameter: 16,
  /** Another point was read from then on: its values say nothing of those before. */
  deviceChanged: 32,
  /** Was missing and has been filled by a stated method. */
  filled: 64,
  /** Of a virtual register: a part of what it follows from is not whole. */
  partOfVirtual: 128,
  /** Taken from a source of lower precedence. */
  otherSource: 256,
  /** A difference below zero: what is taken off is more than what it is taken from. */
  negativeRemainder: 512,
} as const;

export type HourReason = keyof typeof hourReason;

/** The names of the reasons in a bit set, in the order of the bits. */
export function reasonNames(reasons: number): HourReason[] {
  return (Object.keys(hourReason) as HourReason[]).filter((name) => (reasons & hourReason[name]) !== 0);
}
