import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { ProblemError } from "../api/request.ts";
import { meQuery } from "../api/session.ts";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { MeContext } from "../session/me-context.ts";
import { OrganisationSwitch } from "./organisation-switch.tsx";
import { PageFrame } from "./page-frame.tsx";
import { SiteNavigation } from "./site-navigation.tsx";
import { UserMenu } from "./user-menu.tsx";

/** Pages for who is signed in: nothing of them is shown, or asked for, before it is known who that is. */
export function SignedInLayout() {
  const query = useQuery(meQuery);
  if (query.data === undefined) {
    // Who is not signed in is on the way to the sign-in page.
    const leaving = query.error instanceof ProblemError && query.error.problem.code === "not_signed_in";
    return (
      <PageFrame>
        <PendingOrFailed query={leaving ? { ...query, error: null } : query} />
      </PageFrame>
    );
  }
  return (
    <MeContext value={query.data}>
      <PageFrame
        navigation={<SiteNavigation />}
        tools={
          <>
            <OrganisationSwitch />
            <UserMenu />
          </>
        }
      >
        <Outlet />
      </PageFrame>
    </MeContext>
  );
}
