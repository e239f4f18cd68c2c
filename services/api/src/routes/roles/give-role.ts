import { RoleBody, User, UserParams } from "@gtb/contracts/users";
import { isExclusionViolation } from "@gtb/database/database-error";
import { getUser } from "@gtb/database/queries/get-user";
import { insertRole } from "@gtb/database/queries/insert-role";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readUser } from "../users/with-roles.ts";
import { roleToGive } from "./role-to-give.ts";

export const giveRoleRoute = route({
  method: "POST",
  path: "/api/v1/users/:userId/roles",
  allow: "user:manage",
  summary: "Give a user a role from now on; nobody gives more than they have",
  params: UserParams,
  body: RoleBody,
  reply: User,
  handler: async ({ db, params: { userId }, body }) => {
    found(await getUser(db, userId), "user");
    const target = await roleToGive(db, body);
    await insertRole(db, { ...target, user: userId, role: body.role }).catch((error: unknown) => {
      if (!isExclusionViolation(error)) throw error;
      throw new ProblemError("already_exists", "The user has this role there: end it to give it for other buildings.");
    });
    return readUser(db, userId);
  },
});
