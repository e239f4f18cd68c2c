import { BuildingUse } from "@gtb/contracts/buildings";
import { DeviceState } from "@gtb/contracts/devices";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { PageLayout } from "./layout/page-layout.tsx";
import { CrashPage } from "./page-state/crash-page.tsx";
import { NotFoundPage } from "./routes/not-found.tsx";
import { isCalendarDate } from "./time/calendar-date.ts";
import { periodKinds } from "./time/period.ts";

/** What an address may say wrongly is left out, so that an old link still opens its page. */
const text = z.coerce.string().trim().min(1).max(100).optional().catch(undefined);

const rootRoute = createRootRoute({
  component: PageLayout,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
});

export const buildingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: z.object({
    search: text,
    organisation: z.uuid().optional().catch(undefined),
    use: BuildingUse.optional().catch(undefined),
    sort: z.enum(["energy", "change", "name"]).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("./routes/buildings.tsx"), "BuildingsPage"),
});

export const buildingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/buildings/$buildingId",
  validateSearch: z.object({
    period: z.enum(periodKinds).optional().catch(undefined),
    on: z.string().refine(isCalendarDate).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("./routes/building.tsx"), "BuildingPage"),
});

export const devicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/devices",
  validateSearch: z.object({
    tab: z.enum(["unknown", "rejections"]).optional().catch(undefined),
    search: text,
    state: DeviceState.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("./routes/devices.tsx"), "DevicesPage"),
});

export function createPortalRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren([buildingsRoute, buildingRoute, devicesRoute]),
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
