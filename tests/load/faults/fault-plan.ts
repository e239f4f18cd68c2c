export interface Fault {
  /** When, in ms after the load began. */
  readonly atMs: number;
  readonly kind: "kill worker" | "restart broker" | "stop database" | "lose worker";
}

/** Deterministic by seed (mulberry32), so that a failure can be run again. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 30 kills at random moments of the load; the broker, the database and the second worker each in their part of it. */
export function planFaults(durationMs: number, seed: number, kills = 30): Fault[] {
  const random = randomFrom(seed);
  const within = (from: number, to: number): number => Math.round(durationMs * (from + random() * (to - from)));
  const faults: Fault[] = Array.from({ length: kills }, () => ({ atMs: within(0.02, 0.95), kind: "kill worker" }));
  faults.push({ atMs: within(0.15, 0.25), kind: "restart broker" });
  faults.push({ atMs: within(0.35, 0.45), kind: "stop database" });
  faults.push({ atMs: within(0.7, 0.8), kind: "lose worker" });
  return faults.sort((a, b) => a.atMs - b.atMs);
}
