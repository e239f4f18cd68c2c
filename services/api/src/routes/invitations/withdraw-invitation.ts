import { Done } from "@gtb/contracts/session";
import { InvitationParams } from "@gtb/contracts/users";
import { listInvitations } from "@gtb/database/queries/list-invitations";
import { withdrawInvitation } from "@gtb/database/queries/withdraw-invitation";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const withdrawInvitationRoute = route({
  method: "DELETE",
  path: "/api/v1/invitations/:invitationId",
  allow: "user:manage",
  summary: "Withdraw an invitation that waits",
  params: InvitationParams,
  reply: Done,
  handler: async ({ db, params: { invitationId } }) => {
    const [invitation] = await listInvitations(db, { id: invitationId, limit: 1 });
    if (invitation?.state !== "waiting") throw new ProblemError("not_found", "There is no such invitation that waits.");
    if (!(await withdrawInvitation(db, invitationId)))
      throw new ProblemError("forbidden", `This takes every permission of the role ${invitation.role} there.`);
    return { done: true as const };
  },
});
