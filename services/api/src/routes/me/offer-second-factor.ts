import { SecondFactorOffer } from "@gtb/contracts/session";
import { asIdentity } from "@gtb/database/identity";
import { findAccount } from "@gtb/database/queries/find-account";
import { offerTotpSecret } from "@gtb/database/queries/offer-totp-secret";
import { requireSession } from "../../access/caller.ts";
import { describeTotpSecret, newTotpSecret } from "../../access/second-factor.ts";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const offerSecondFactorRoute = route({
  method: "POST",
  path: "/api/v1/me/second-factor",
  allow: "signed-in",
  summary: "A new secret for an authenticator app, shown once; it holds once a code of it was given",
  reply: SecondFactorOffer,
  secretReply: true,
  handler: async ({ auth, caller }) => {
    const { userId } = requireSession(caller);
    const { email } = found(await findAccount(auth, { userId }), "account");
    const secret = newTotpSecret();
    const offered = await asIdentity(auth, caller.identity, (connection) =>
      offerTotpSecret(connection, userId, secret),
    );
    if (!offered) throw new ProblemError("already_exists", "A second factor is set: remove it first.");
    return describeTotpSecret(secret, email);
  },
});
