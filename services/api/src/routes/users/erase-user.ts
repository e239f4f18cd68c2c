import { Done } from "@gtb/contracts/session";
import { UserParams } from "@gtb/contracts/users";
import { eraseUser } from "@gtb/database/queries/erase-user";
import { getUser } from "@gtb/database/queries/get-user";
import { listSoleRoles } from "@gtb/database/queries/list-sole-roles";
import { requireSession } from "../../access/caller.ts";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const eraseUserRoute = route({
  method: "POST",
  path: "/api/v1/users/:userId/erase",
  allow: "signed-in",
  summary: "Forget a person: name, address and all that lets them in; their roles end",
  params: UserParams,
  reply: Done,
  handler: async ({ db, params: { userId }, caller }) => {
    found(await getUser(db, userId), "user");
    if (userId === caller.caller?.user) {
      requireSession(caller);
      if ((await listSoleRoles(db)).length > 0)
        throw new ProblemError("last_administrator", "Nobody else holds a role of yours that administers.");
    }
    if (!(await eraseUser(db, userId)))
      throw new ProblemError("forbidden", "A person is erased by themselves or by the agency.");
    return { done: true as const };
  },
});
