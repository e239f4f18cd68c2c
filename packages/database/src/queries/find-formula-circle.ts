import { type Formula, formulaLeaves } from "@gtb/domain/energy/formula";
import type { Queryable } from "../pool.ts";

/**
 * Names of the meters through which a virtual register (uuid) would follow from itself by this formula, by name; none
 * where it goes round in no circle that the caller can see: the trigger refuses every one.
 */
export async function findFormulaCircle(db: Queryable, register: string, expression: Formula): Promise<string[]> {
  const leaves = formulaLeaves(expression);
  const { rows } = await db.query<{ name: string }>(
    `with recursive target as (select id from register where uuid = $1),
     below (id) as (
       select r.id from register r where r.uuid = any($2)
       union
       select r.id from unnest($3::uuid[], $4::text[]) as leaf (meter, direction)
         join meter m on m.uuid = leaf.meter
         join register r on r.meter_id = m.id and r.direction = leaf.direction and r.counted
        where r.id <> (select id from target)
       union
       select d.input_register_id from below b join register_dependency d on d.register_id = b.id
     ), above (id) as (
       select id from target
       union
       select d.register_id from above a join register_dependency d on d.input_register_id = a.id
     )
     select distinct m.name from below join above using (id) join register r using (id) join meter m on m.id = r.meter_id
      order by m.name`,
    [
      register,
      leaves.flatMap((leaf) => ("register" in leaf ? [leaf.register] : [])),
      leaves.flatMap((leaf) => ("meter" in leaf ? [leaf.meter] : [])),
      leaves.flatMap((leaf) => ("meter" in leaf ? [leaf.direction ?? "import"] : [])),
    ],
  );
  return rows.map(({ name }) => name);
}
