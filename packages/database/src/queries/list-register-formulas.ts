import type { Formula } from "@gtb/domain/energy/formula";
import type { Queryable } from "../pool.ts";

export interface RegisterFormulaRow {
  /** uuid */
  readonly id: string;
  readonly expression: Formula;
  /** null: since ever */
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly knownFrom: Date;
  /** null: believed now */
  readonly knownTo: Date | null;
}

/** All that was ever said of what a virtual register (uuid) counts: what is believed now first, the latest first. */
export async function listRegisterFormulas(db: Queryable, register: string): Promise<RegisterFormulaRow[]> {
  const { rows } = await db.query<RegisterFormulaRow>(
    `select f.uuid as id, f.expression, nullif(lower(f.valid), '-infinity') as "validFrom", upper(f.valid) as "validTo",
            lower(f.known) as "knownFrom", upper(f.known) as "knownTo"
       from register_formula f
      where f.register_id = (select id from register where uuid = $1) and not isempty(f.known)
      order by upper_inf(f.known) desc, upper(f.known) desc, lower(f.valid) desc nulls last, f.id`,
    [register],
  );
  return rows;
}
