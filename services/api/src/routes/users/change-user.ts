import { User, UserBody, UserParams } from "@gtb/contracts/users";
import { getUser } from "@gtb/database/queries/get-user";
import { setUserDisabled } from "@gtb/database/queries/set-user-disabled";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readUser } from "./with-roles.ts";

export const changeUserRoute = route({
  method: "PATCH",
  path: "/api/v1/users/:userId",
  allow: "user:manage",
  summary: "Shut a user out, with their sessions and tokens, or let them in again",
  params: UserParams,
  body: UserBody,
  reply: User,
  handler: async ({ db, params: { userId }, body, caller }) => {
    found(await getUser(db, userId), "user");
    if (userId === caller.caller?.user) throw new ProblemError("forbidden", "Nobody shuts themselves out.");
    if (!(await setUserDisabled(db, userId, body.disabled)))
      throw new ProblemError("forbidden", "This takes the right to manage every role of this user.");
    return readUser(db, userId);
  },
});
