import type { SourcedReading } from "@gtb/database/queries/list-readings-to-correct";

/**
 * What stood at a reading's time before the corrections that led to it: follows its versions back, each ending when the
 * next began, to the first that no person made. Undefined where a correction put a value at a time that had none: what
 * had stood there earlier was withdrawn for another reason and does not come back.
 *
 * `history`: what was superseded at the same time, in any order.
 */
export function beforeCorrections(
  corrected: SourcedReading,
  history: readonly SourcedReading[],
): SourcedReading | undefined {
  let version: SourcedReading | undefined = corrected;
  const left = new Set(history);
  while (version?.sourceKind === "correction") {
    const began: number = version.knownFromUs;
    // Not equal where two transactions overlapped: then the older version is said to have ended a moment later.
    version = [...left]
      .filter(({ knownToUs }) => (knownToUs ?? 0) >= began)
      .toSorted((a, b) => (a.knownToUs ?? 0) - (b.knownToUs ?? 0))[0];
    if (version !== undefined) left.delete(version);
  }
  return version;
}
