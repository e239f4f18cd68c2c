import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { RouterHistory } from "@tanstack/react-router";
import { ProblemError } from "./api/request.ts";
import { createPortalRouter } from "./router.tsx";

export type Portal = ReturnType<typeof createPortal>;

/** The router and the store of answers. An answer that nobody is signed in leads to the sign-in page, whoever asked. */
export function createPortal(history?: RouterHistory) {
  const router = createPortalRouter(history);
  const onError = (error: Error) => {
    if (!(error instanceof ProblemError && error.problem.code === "not_signed_in")) return;
    const { pathname, href } = router.latestLocation;
    // Several requests are refused at once; the first has led there.
    if (pathname === "/connexion") return;
    const search = { suite: href === "/" ? undefined : href, organisation: undefined };
    void router.navigate({ to: "/connexion", search, replace: true });
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Asking again does not mend a wrong question; it may mend everything else.
        retry: (failures, error) => failures < 2 && !(error instanceof ProblemError && error.problem.status < 500),
      },
    },
  });
  return { router, queryClient };
}
