import type { DetailedBuilding, MeasuredPoint } from "../../api/buildings.ts";

/** What is worth a glance, in the order in which a room shows it. */
const liveQuantities = [
  "temperature",
  "relative-humidity",
  "co2-concentration",
  "presence",
  "motion",
  "water-leak",
  "active-power",
  "thermal-power",
  "volume-flow",
  "illuminance",
  "sound-level",
] as const;
export type LiveQuantity = (typeof liveQuantities)[number];

export interface LivePoint extends MeasuredPoint {
  readonly quantity: LiveQuantity;
}

export interface Room {
  readonly id: string;
  /** null: the building as a whole */
  readonly name: string | null;
  readonly points: readonly LivePoint[];
  /** When one of its sensors last gave a value */
  readonly heardAt: Date | null;
}

/** Rooms that have something to show now, as the building lists them; the building as a whole comes last. */
export function liveRooms(building: DetailedBuilding): Room[] {
  const places = [...building.zones.map(({ id, name }) => ({ id, name })), { id: "building", name: null }];
  return places.flatMap(({ id, name }) => {
    const points = building.points
      .filter(isLive)
      .filter((point) => (point.zone?.id ?? "building") === id)
      .sort((a, b) => liveQuantities.indexOf(a.quantity) - liveQuantities.indexOf(b.quantity));
    if (points.length === 0) return [];
    const times = points.flatMap(({ latest }) => (latest === null ? [] : [latest.time.getTime()]));
    return [{ id, name, points, heardAt: times.length === 0 ? null : new Date(Math.max(...times)) }];
  });
}

/** Values this much older than the newest of their room say so themselves: the room's age does not speak for them. */
const lateMs = 3_600_000;

/** When a value was measured that is older than its room's age lets one think; null: the room's age says it. */
export function ownAge({ latest }: LivePoint, { heardAt }: Room): Date | null {
  if (latest === null || heardAt === null) return null;
  return heardAt.getTime() - latest.time.getTime() > lateMs ? latest.time : null;
}

function isLive(point: MeasuredPoint): point is LivePoint {
  return (liveQuantities as readonly string[]).includes(point.quantity);
}
