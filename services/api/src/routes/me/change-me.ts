import { Me, MeBody } from "@gtb/contracts/session";
import { updateOwnProfile } from "@gtb/database/queries/update-own-profile";
import { csrfTokenOfCaller, requireSession } from "../../access/caller.ts";
import { readMe } from "../../access/read-me.ts";
import { route } from "../../route.ts";

export const changeMeRoute = route({
  method: "PATCH",
  path: "/api/v1/me",
  allow: "signed-in",
  summary: "Change one's name or language",
  body: MeBody,
  reply: Me,
  handler: async ({ db, auth, caller, request, body: { name, locale } }) => {
    const { userId } = requireSession(caller);
    await updateOwnProfile(db, { name, locale });
    const before = await readMe({ db, auth, userId, csrfToken: csrfTokenOfCaller(caller, request) });
    // The change commits after this: others, such as gtb_auth, do not see it yet.
    return { ...before, name: name ?? before.name, locale: locale ?? before.locale };
  },
});
