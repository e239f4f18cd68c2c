import type { Queryable } from "../pool.ts";

export interface NewCalendar {
  /** uuid of the building that keeps these hours */
  readonly building: string;
  readonly name: string;
  /** ISO weekdays, local times */
  readonly weeklyHours: readonly { readonly weekdays: readonly number[]; readonly from: string; readonly to: string }[];
  readonly schoolHolidayZone: "A" | "B" | "C" | null;
}

/** Gives a building a calendar of its own; its organisation must have none of this name yet. */
export async function insertCalendar(db: Queryable, calendar: NewCalendar): Promise<void> {
  await db.query(
    `with added as (
       insert into calendar (organisation_id, name, weekly_hours, school_holiday_zone)
       select organisation_id, $2, $3, $4 from building where uuid = $1
       returning id
     )
     update building set calendar_id = added.id from added where uuid = $1`,
    [calendar.building, calendar.name, JSON.stringify(calendar.weeklyHours), calendar.schoolHolidayZone],
  );
}
