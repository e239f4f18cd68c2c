import type { Connection } from "../pool.ts";

export interface DependentRow {
  readonly registerId: number;
  /** What it follows from directly, as far as that changes with the registers asked for */
  readonly inputIds: number[];
}

/** The virtual registers that follow from these, directly or through others. Every formula that is believed is looked at. */
export async function listDependents(connection: Connection, registerIds: readonly number[]): Promise<DependentRow[]> {
  const { rows } = await connection.query<DependentRow>(
    `with recursive dependency as materialized (select * from register_dependency),
     following (register_id, input_register_id) as (
       select register_id, input_register_id from dependency where input_register_id = any($1)
       union
       select d.register_id, d.input_register_id from following f join dependency d on d.input_register_id = f.register_id)
     select register_id as "registerId", array_agg(distinct input_register_id) as "inputIds"
       from following group by register_id order by register_id`,
    [registerIds],
  );
  return rows;
}
