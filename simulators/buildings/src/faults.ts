import { seedOf, uniform } from "./model/noise.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const weekMs = 7 * dayMs;

/**
 * outage: the sensor sends nothing · stuck: it repeats its last value · late-burst: it keeps its reports and sends them
 * together at the end · late-file: of the history only, what a concentrator kept and somebody imported weeks later ·
 * heating-left-on, water-leak, load-left-on: of the building, so they are in the consumption · rollover: an index passes
 * its last number and begins at 0 again · exchange: another meter stands there, with another index; its indexes were
 * written down and recorded, or not.
 */
export const sensorFaultKinds = ["outage", "stuck", "late-burst", "late-file"] as const;
export const buildingFaultKinds = ["heating-left-on", "water-leak", "load-left-on"] as const;
export type SensorFaultKind = (typeof sensorFaultKinds)[number];
export type BuildingFaultKind = (typeof buildingFaultKinds)[number];

export type FaultKind = SensorFaultKind | BuildingFaultKind;

export interface Fault {
  /** Key of the sensor or building. */
  readonly subject: string;
  readonly kind: SensorFaultKind | BuildingFaultKind | "rollover" | "exchange-recorded" | "exchange-unrecorded";
  readonly fromMs: number;
  readonly toMs: number;
}

/** How often a fault begins in a week, and how long it lasts at least and at most (hours). */
const lottery: Readonly<Record<FaultKind, { chance: number; hours: readonly [number, number] }>> = {
  outage: { chance: 0.01, hours: [6, 60] },
  stuck: { chance: 0.005, hours: [24, 100] },
  "late-burst": { chance: 0.08, hours: [1, 5] },
  "late-file": { chance: 0.012, hours: [24, 160] },
  "heating-left-on": { chance: 0.02, hours: [30, 120] },
  "water-leak": { chance: 0.012, hours: [30, 140] },
  "load-left-on": { chance: 0.015, hours: [20, 120] },
};

/** The fault of this kind that begins in the week of `timeMs`, if any: drawn from seed, subject and week alone. */
function faultOfWeek(seed: number, subject: string, kind: FaultKind, week: number): Fault | undefined {
  const own = seedOf(seedOf(seed, kind), subject);
  const { chance, hours } = lottery[kind];
  if (uniform(own, week) >= chance) return undefined;
  const fromMs = week * weekMs + Math.floor(uniform(own, week, 1) * 7 * 24) * hourMs;
  const lengthHours = Math.round(hours[0] + uniform(own, week, 2) * (hours[1] - hours[0]));
  return { subject, kind, fromMs, toMs: fromMs + lengthHours * hourMs };
}

/** Answers whether a subject has a fault at a time; asked in the order of time, it draws once a week. */
export class FaultWatch {
  readonly #draw: (week: number) => readonly Fault[];
  #week = Number.NaN;
  #faults: readonly Fault[] = [];

  constructor(seed: number, subject: string, kinds: readonly FaultKind[]) {
    this.#draw = (week) => kinds.flatMap((kind) => faultOfWeek(seed, subject, kind, week) ?? []);
  }

  /** The fault of this kind that lasts at `timeMs`. No fault lasts a week, so only two weeks can have begun it. */
  at(kind: FaultKind, timeMs: number): Fault | undefined {
    const week = Math.floor(timeMs / weekMs);
    if (week !== this.#week) {
      this.#week = week;
      this.#faults = [...this.#draw(week - 1), ...this.#draw(week)];
    }
    return this.#faults.find((fault) => fault.kind === kind && timeMs >= fault.fromMs && timeMs < fault.toMs);
  }
}

/** Every fault of these kinds and subjects that begins in [fromMs, toMs), in the order of their beginning. */
export function faultsBetween(
  seed: number,
  subjects: readonly string[],
  kinds: readonly FaultKind[],
  fromMs: number,
  toMs: number,
): Fault[] {
  const faults: Fault[] = [];
  for (let week = Math.floor(fromMs / weekMs); week * weekMs < toMs; week++) {
    for (const subject of subjects) {
      for (const kind of kinds) {
        const fault = faultOfWeek(seed, subject, kind, week);
        if (fault !== undefined && fault.fromMs >= fromMs && fault.fromMs < toMs) faults.push(fault);
      }
    }
  }
  return faults.sort((a, b) => a.fromMs - b.fromMs);
}
