import { Me } from "@gtb/contracts/session";
import { csrfTokenOfCaller } from "../../access/caller.ts";
import { readMe } from "../../access/read-me.ts";
import { route } from "../../route.ts";

export const getMeRoute = route({
  method: "GET",
  path: "/api/v1/me",
  allow: "signed-in",
  summary: "Who is signed in, what they may do, and where",
  reply: Me,
  handler: ({ db, auth, caller, request }) =>
    readMe({ db, auth, userId: caller.identity.userId ?? 0, csrfToken: csrfTokenOfCaller(caller, request) }),
});
