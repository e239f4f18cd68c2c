import type { Connection } from "../pool.ts";

export interface RegisterOrInput {
  readonly registerId: number;
  readonly isVirtual: boolean;
}

/** The registers and, of the virtual ones, all that they follow from, directly or through others. */
export async function listInputs(connection: Connection, registerIds: readonly number[]): Promise<RegisterOrInput[]> {
  const { rows } = await connection.query<RegisterOrInput>(
    `with recursive above (id) as (
       select id from register where id = any($1)
       union
       select d.input_register_id from above a
         join register v on v.id = a.id and v.kind = 'virtual'
         join register_dependency d on d.register_id = v.id)
     select r.id as "registerId", r.kind = 'virtual' as "isVirtual" from above join register r using (id) order by r.id`,
    [registerIds],
  );
  return rows;
}
