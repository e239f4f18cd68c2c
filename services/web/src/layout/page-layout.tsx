import { Outlet, useMatches } from "@tanstack/react-router";
import { PageFrame } from "./page-frame.tsx";
import { SignedInLayout } from "./signed-in-layout.tsx";

/** What stands around every page: with navigation for who is signed in, without for who comes to sign in. */
export function PageLayout() {
  const open = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.open === true) });
  if (!open) return <SignedInLayout />;
  return (
    <PageFrame>
      <Outlet />
    </PageFrame>
  );
}
