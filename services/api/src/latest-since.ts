const thirtyDaysMs = 30 * 24 * 3_600_000;

/** How far back the newest value of a point is looked for: each chunk before costs every silent point an index descent. */
export function latestSince(now: Date): Date {
  return new Date(now.getTime() - thirtyDaysMs);
}
