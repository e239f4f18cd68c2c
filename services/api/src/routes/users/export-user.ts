import { UserExport, UserParams } from "@gtb/contracts/users";
import { exportUser } from "@gtb/database/queries/export-user";
import { getUser } from "@gtb/database/queries/get-user";
import { noteAudit } from "@gtb/database/queries/note-audit";
import { requireSession } from "../../access/caller.ts";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const exportUserRoute = route({
  method: "GET",
  path: "/api/v1/users/:userId/export",
  allow: "signed-in",
  summary: "All that is known of a person, for themselves and for who manages them",
  params: UserParams,
  reply: UserExport,
  handler: async ({ db, auth, params: { userId }, reply, caller }) => {
    found(await getUser(db, userId), "user");
    if (userId === caller.caller?.user) requireSession(caller);
    const known = await exportUser(db, userId);
    if (known === undefined)
      throw new ProblemError("forbidden", "This takes the right to manage every role of this user.");
    await noteAudit(auth, caller.identity, {
      action: "read",
      kind: "app_user",
      object: userId,
      after: { export: true },
    });
    void reply.header("content-disposition", `attachment; filename="${userId}.json"`);
    return known;
  },
});
