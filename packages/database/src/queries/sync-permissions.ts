import { permissionRows } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";

/** Makes the database's table of permissions that of the domain. One statement. */
export async function syncPermissions(db: Queryable): Promise<void> {
  await db.query(
    `with wanted as (select * from jsonb_to_recordset($1) as w (role text, action text, reach text)),
          gone as (delete from role_permission p where not exists (
            select from wanted w where (w.role, w.action, w.reach) = (p.role, p.action, p.reach)))
     insert into role_permission (role, action, reach) select role, action, reach from wanted
     on conflict (role, action) do update set reach = excluded.reach`,
    [JSON.stringify(permissionRows())],
  );
}
