import { Invitation, InvitationBody } from "@gtb/contracts/users";
import { enqueueMail } from "@gtb/database/queries/enqueue-mail";
import { insertInvitation } from "@gtb/database/queries/insert-invitation";
import { listInvitations } from "@gtb/database/queries/list-invitations";
import { digestOf, newSecret } from "../../access/secret-token.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { roleToGive } from "../roles/role-to-give.ts";

const validDays = 7;

export const createInvitationRoute = route({
  method: "POST",
  path: "/api/v1/invitations",
  allow: "user:manage",
  summary: "Invite somebody by mail to a role; whether they have an account is not said",
  body: InvitationBody,
  reply: Invitation,
  handler: async ({ db, body, caller, settings }) => {
    const target = await roleToGive(db, body);
    const token = newSecret("");
    const { email, role } = body;
    const id = await insertInvitation(db, { ...target, email, role, tokenDigest: digestOf(token), validDays });
    const [invitation] = await listInvitations(db, { id, limit: 1 });
    const { organisation, expiresAt } = found(invitation, "invitation");
    await enqueueMail(db, {
      template: "invitation",
      to: email,
      locale: "fr",
      data: {
        link: `${settings.publicUrl}/invitation?jeton=${token}`,
        organisation: organisation.name,
        role,
        expiresAt: expiresAt.toISOString(),
        ...(caller.caller && { invitedBy: caller.caller.name }),
      },
    });
    return found(invitation, "invitation");
  },
});
