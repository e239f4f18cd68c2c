import { User, UserBody, UserParams } from "@gtb/contracts/users";
import { setUserDisabled } from "@gtb/database/queries/set-user-disabled";
import { z } from "zod";
import { refuseStale, requireIfMatch } from "../../etag.ts";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { declaredOfUser, readUser } from "./with-roles.ts";

export const changeUserRoute = route({
  method: "PATCH",
  path: "/api/v1/users/:userId",
  allow: "user:manage",
  summary: "Shut a user out, with their sessions and tokens, or let them in again",
  params: UserParams,
  body: UserBody,
  reply: User,
  tagged: true,
  declared: declaredOfUser,
  handler: async ({ db, params: { userId }, body, caller, request }) => {
    const tags = requireIfMatch(request);
    const before = await readUser(db, userId);
    if (userId === caller.caller?.user) throw new ProblemError("forbidden", "Nobody shuts themselves out.");
    refuseStale(tags, JSON.stringify(z.encode(User, before)), declaredOfUser);
    if (!(await setUserDisabled(db, userId, body.disabled)))
      throw new ProblemError("forbidden", "This takes the right to manage every role of this user.");
    return readUser(db, userId);
  },
});
