import { Done } from "@gtb/contracts/session";
import { InvitationAcceptBody } from "@gtb/contracts/users";
import { asIdentity, type Identity, setIdentity } from "@gtb/database/identity";
import type { Pool } from "@gtb/database/pool";
import { addInvitedRole } from "@gtb/database/queries/add-invited-role";
import { claimInvitation } from "@gtb/database/queries/claim-invitation";
import { findInvitation } from "@gtb/database/queries/find-invitation";
import { findUserByEmail } from "@gtb/database/queries/find-user-by-email";
import { insertUser } from "@gtb/database/queries/insert-user";
import { hashPassword } from "@gtb/service-kit/password";
import type { z } from "zod";
import { refuseWeakPassword } from "../../access/password-rule.ts";
import { digestOf } from "../../access/secret-token.ts";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { validLink } from "./valid-link.ts";

export const acceptInvitationRoute = route({
  method: "POST",
  path: "/api/v1/invitations/accept",
  allow: "anyone",
  summary: "Accept an invitation, once: with name and password where there is no account yet",
  body: InvitationAcceptBody,
  reply: Done,
  secretBody: true,
  handler: async ({ auth, body, caller: { identity } }) => {
    const digest = digestOf(body.token);
    const { email, hasAccount } = validLink(await findInvitation(auth, digest));
    const account = hasAccount ? undefined : await newAccount(email, body);
    // Whoever is signed in here, it is whoever got the mail that accepts.
    await accept(
      auth,
      { requestId: identity.requestId, ip: identity.ip, via: "invitation", userId: undefined },
      digest,
      account,
    );
    return { done: true as const };
  },
});

interface NewAccount {
  readonly name: string;
  readonly passwordHash: string;
}

async function newAccount(email: string, body: z.output<typeof InvitationAcceptBody>): Promise<NewAccount> {
  const { name, password } = body;
  if (name === null || password === null) {
    const errors = Object.entries({ name, password }).flatMap(([field, value]) =>
      value === null ? [{ path: `body.${field}`, message: "needed for a new account" }] : [],
    );
    throw new ProblemError("invalid_request", "A new account takes a name and a password.", errors);
  }
  refuseWeakPassword(password, { name, email });
  return { name, passwordHash: await hashPassword(password) };
}

/** In one transaction: the token is used up only if the role is given. */
async function accept(auth: Pool, nobody: Identity, digest: Buffer, account: NewAccount | undefined): Promise<void> {
  await asIdentity(auth, nobody, async (db) => {
    const invitation = validLink(await claimInvitation(db, digest));
    const { email } = invitation;
    const userId =
      account === undefined
        ? validLink(await findUserByEmail(db, email))
        : await insertUser(db, { ...account, email, locale: "fr" });
    await setIdentity(db, { ...nobody, userId });
    await addInvitedRole(db, userId, invitation);
  });
}
