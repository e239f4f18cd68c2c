import type { Formula } from "@gtb/domain/energy/formula";
import type { Connection } from "../pool.ts";

export interface BelievedFormula {
  readonly registerId: number;
  /** UCUM, of the virtual register */
  readonly unit: string;
  readonly expression: Formula;
  /** [fromMs, toMs) for which it holds, ms since 1970; open ends are ±Infinity. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The registers that each leaf stands for; `key` as `leafKey` names the leaf. */
  readonly inputs: { readonly key: string; readonly registerId: number; readonly unit: string }[];
}

/** The formulas of virtual registers that are believed now. */
export async function listBelievedFormulas(
  connection: Connection,
  registerIds: readonly number[],
): Promise<BelievedFormula[]> {
  const { rows } = await connection.query<BelievedFormula>(
    `select f.register_id as "registerId", r.unit, f.expression,
            coalesce(extract(epoch from lower(f.valid)), '-infinity')::float8 * 1000 as "fromMs",
            coalesce(extract(epoch from upper(f.valid)), 'infinity')::float8 * 1000 as "toMs",
            (select coalesce(jsonb_agg(jsonb_build_object('registerId', x.id, 'unit', x.unit,
                      'key', coalesce(m.uuid || ':' || i.direction, x.uuid::text)) order by i.id, x.id), '[]')
               from formula_input i
               left join meter m on m.id = i.input_meter_id
               join register x on x.id = i.input_register_id
                 or x.meter_id = i.input_meter_id and x.direction = i.direction and x.counted and x.id <> f.register_id
              where i.formula_id = f.id) as inputs
       from register_formula f join register r on r.id = f.register_id
      where f.register_id = any($1) and upper_inf(f.known)
      order by f.register_id, lower(f.valid) nulls first`,
    [registerIds],
  );
  return rows;
}
