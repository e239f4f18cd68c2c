import { Done } from "@gtb/contracts/session";
import { RoleParams } from "@gtb/contracts/users";
import { endRole } from "@gtb/database/queries/end-role";
import { findRole } from "@gtb/database/queries/find-role";
import { listSoleRoles } from "@gtb/database/queries/list-sole-roles";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const endRoleRoute = route({
  method: "DELETE",
  path: "/api/v1/roles/:roleId",
  allow: "user:manage",
  summary: "End a role now; that it was held is kept",
  params: RoleParams,
  reply: Done,
  handler: async ({ db, params: { roleId } }) => {
    const role = found(await findRole(db, roleId), "role");
    if (!role.mayGive)
      throw new ProblemError("forbidden", `This takes every permission of the role ${role.role} there.`);
    if (role.own && (await listSoleRoles(db)).includes(roleId))
      throw new ProblemError("last_administrator", `Nobody else is ${role.role} there.`);
    if (!(await endRole(db, roleId))) throw new ProblemError("not_found", "Somebody has ended it meanwhile.");
    return { done: true as const };
  },
});
