import { InvitationPreview, InvitationTokenBody } from "@gtb/contracts/users";
import { findInvitation } from "@gtb/database/queries/find-invitation";
import { digestOf } from "../../access/secret-token.ts";
import { route } from "../../route.ts";
import { validLink } from "./valid-link.ts";

export const previewInvitationRoute = route({
  method: "POST",
  path: "/api/v1/invitations/preview",
  allow: "anyone",
  summary: "What the link in a mail invites to; its token is the right to ask",
  body: InvitationTokenBody,
  reply: InvitationPreview,
  handler: async ({ auth, body }) => validLink(await findInvitation(auth, digestOf(body.token))),
});
