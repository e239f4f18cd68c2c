import { type Formula, formulaLeaves } from "@gtb/domain/energy/formula";
import type { Queryable } from "../pool.ts";

/**
 * Says what a virtual register (uuid) counts from an hour on (null: since ever). What was believed of that time ends now and
 * stays readable; what was said of the time before is said again as it was. False where the register is no virtual one, or
 * a register or meter that the formula names is not of its organisation. A circle is a check violation.
 */
export async function setRegisterFormula(
  db: Queryable,
  register: string,
  { expression, validFrom }: { readonly expression: Formula; readonly validFrom: Date | null },
): Promise<boolean> {
  await endFormulas(db, register, validFrom);
  const { rows } = await db.query<{ id: number }>(
    `insert into register_formula (organisation_id, register_id, expression, valid)
     select organisation_id, id, $2, tstzrange(coalesce($3::timestamptz, '-infinity'), null)
       from register where uuid = $1 and kind = 'virtual' returning id`,
    [register, expression, validFrom],
  );
  const id = rows[0]?.id;
  return id !== undefined && nameInputs(db, id, expression);
}

async function endFormulas(db: Queryable, register: string, validFrom: Date | null): Promise<void> {
  const closed = await db.query<{ id: number }>(
    `update register_formula f set known = tstzrange(lower(f.known), now())
      where f.register_id = (select id from register where uuid = $1) and upper_inf(f.known)
        and f.valid && tstzrange(coalesce($2::timestamptz, '-infinity'), null)
     returning f.id`,
    [register, validFrom],
  );
  if (validFrom === null) return;
  const kept = await db.query<{ id: number; expression: Formula }>(
    `insert into register_formula (organisation_id, register_id, expression, valid)
     select organisation_id, register_id, expression, tstzrange(lower(valid), $2)
       from register_formula where id = any($1) and lower(valid) < $2 returning id, expression`,
    [closed.rows.map(({ id }) => id), validFrom],
  );
  for (const { id, expression } of kept.rows) await nameInputs(db, id, expression);
}

async function nameInputs(db: Queryable, formulaId: number, expression: Formula): Promise<boolean> {
  const leaves = formulaLeaves(expression);
  const { rowCount } = await db.query(
    `insert into formula_input (organisation_id, formula_id, input_register_id, input_meter_id, direction)
     select f.organisation_id, f.id, r.id, m.id, coalesce(leaf.direction, 'import')
       from register_formula f
      cross join unnest($2::uuid[], $3::uuid[], $4::text[]) as leaf (register, meter, direction)
       left join register r on r.uuid = leaf.register and r.organisation_id = f.organisation_id
       left join meter m on m.uuid = leaf.meter and m.organisation_id = f.organisation_id
      where f.id = $1 and num_nonnulls(r.id, m.id) = 1`,
    [
      formulaId,
      leaves.map((leaf) => ("register" in leaf ? leaf.register : null)),
      leaves.map((leaf) => ("meter" in leaf ? leaf.meter : null)),
      leaves.map((leaf) => ("meter" in leaf ? (leaf.direction ?? "import") : null)),
    ],
  );
  return rowCount === leaves.length;
}
