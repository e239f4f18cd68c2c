import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface RegisterBreakRow {
  readonly id: string;
  readonly register: NamedReferenceRow;
  readonly meter: NamedReferenceRow;
  readonly building: NamedReferenceRow;
  /** uuid of the point that the register read then */
  readonly point: string | null;
  readonly unit: string;
  readonly fromTime: Date;
  readonly fromValue: number;
  readonly toTime: Date;
  readonly toValue: number;
  readonly foundAt: Date;
}

/** Breaks that nobody has explained, of a register or a whole organisation (uuids), the latest first, at most 500. */
export async function listRegisterBreaks(
  db: Queryable,
  { register, organisation }: { readonly register?: string; readonly organisation?: string },
): Promise<RegisterBreakRow[]> {
  const { rows } = await db.query<RegisterBreakRow>(
    `select k.uuid as id, jsonb_build_object('id', r.uuid, 'name', r.name) as register,
            jsonb_build_object('id', m.uuid, 'name', m.name) as meter, jsonb_build_object('id', b.uuid, 'name', b.name) as building,
            (select p.uuid from register_point rp join point p on p.id = rp.point_id
              where rp.register_id = r.id and rp.valid @> k.to_time) as point,
            r.unit, k.from_time as "fromTime", k.from_value as "fromValue", k.to_time as "toTime", k.to_value as "toValue",
            k.found_at as "foundAt"
       from register_break k
       join register r on r.id = k.register_id join meter m on m.id = r.meter_id join building b on b.id = m.building_id
      where ($1::uuid is null or r.uuid = $1)
        and ($2::uuid is null or k.organisation_id = (select id from organisation where uuid = $2))
      order by k.to_time desc, k.id limit 500`,
    [register, organisation],
  );
  return rows;
}
