import { isPublicHoliday, isSchoolHoliday } from "./french-holidays.ts";
import { uniform } from "./noise.ts";
import type { ParisTime } from "./paris-time.ts";

/** Part of a day when a building is open. Minutes since local midnight; `share` of its usual people, 0 to 1. */
export interface Session {
  readonly weekdays: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly share: number;
  /** How often it really takes place, 0 to 1: a hall is not let every Saturday. Default 1. */
  readonly chance?: number;
}

export interface OpeningHours {
  readonly sessions: readonly Session[];
  readonly closedInSchoolHolidays: boolean;
}

/** People present as a share of the usual number, 0 when closed: they come and go within 20 minutes. */
export function presentShare(hours: OpeningHours, { day, weekday, minute }: ParisTime, seed: number): number {
  if (isClosed(hours, day)) return 0;
  for (const [index, session] of hours.sessions.entries()) {
    if (minute < session.from || minute >= session.to || !takesPlace(session, index, day, weekday, seed)) continue;
    const arriving = (minute - session.from + 5) / 20;
    const leaving = (session.to - minute) / 20;
    const dayShare = 0.85 + 0.15 * uniform(seed, day, index);
    return session.share * dayShare * Math.min(1, arriving, leaving);
  }
  return 0;
}

/** Minutes until the building opens, 0 while it is open, Infinity when not within the rest of today and tomorrow. */
export function minutesToOpening(hours: OpeningHours, now: ParisTime, seed: number): number {
  const today = firstOpening(hours, now, now.minute, seed);
  if (today < Infinity) return Math.max(0, today - now.minute);
  const tomorrow = { day: now.day + 1, weekday: (now.weekday % 7) + 1, minute: 0 };
  return firstOpening(hours, tomorrow, 0, seed) + 1440 - now.minute;
}

function firstOpening(hours: OpeningHours, { day, weekday }: ParisTime, after: number, seed: number): number {
  if (isClosed(hours, day)) return Infinity;
  let first = Infinity;
  for (const [index, session] of hours.sessions.entries()) {
    if (session.to > after && takesPlace(session, index, day, weekday, seed)) first = Math.min(first, session.from);
  }
  return first;
}

function isClosed(hours: OpeningHours, day: number): boolean {
  return isPublicHoliday(day) || (hours.closedInSchoolHolidays && isSchoolHoliday(day));
}

function takesPlace(session: Session, index: number, day: number, weekday: number, seed: number): boolean {
  if (!session.weekdays.includes(weekday)) return false;
  return session.chance === undefined || uniform(seed, day, 100 + index) < session.chance;
}
