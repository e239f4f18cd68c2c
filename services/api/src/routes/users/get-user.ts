import { User, UserParams } from "@gtb/contracts/users";
import { noteAudit } from "@gtb/database/queries/note-audit";
import { route } from "../../route.ts";
import { declaredOfUser, readUser } from "./with-roles.ts";

export const getUserRoute = route({
  method: "GET",
  path: "/api/v1/users/:userId",
  allow: "user:manage",
  summary: "One user with the roles that one may see",
  params: UserParams,
  reply: User,
  declared: declaredOfUser,
  handler: async ({ db, auth, caller, params: { userId } }) => {
    const user = await readUser(db, userId);
    await noteAudit(auth, caller.identity, { action: "read", kind: "app_user", object: userId });
    return user;
  },
});
