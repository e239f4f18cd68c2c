import { BuildingUse } from "@gtb/contracts/buildings";
import { DeviceState } from "@gtb/contracts/devices";
import { Energy } from "@gtb/contracts/energies";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  retainSearchParams,
} from "@tanstack/react-router";
import { z } from "zod";
import { energySplits, energyUnits } from "./features/energy/energy-choice.ts";
import { leagueColumns } from "./features/league/rank-buildings.ts";
import { PageLayout } from "./layout/page-layout.tsx";
import { CrashPage } from "./page-state/crash-page.tsx";
import { NotFoundPage } from "./routes/not-found.tsx";
import { isCalendarDate } from "./time/calendar-date.ts";
import { energyPeriodKinds, periodKinds } from "./time/period.ts";

/** What an address may say wrongly is left out, so that an old link still opens its page. */
const text = z.coerce.string().trim().min(1).max(100).optional().catch(undefined);

const date = z.string().refine(isCalendarDate).optional().catch(undefined);
const uuid = z.uuid().optional().catch(undefined);
/** What the link of a mail carries; the page says itself when there is none. */
const token = z.string().min(20).max(200).optional().catch(undefined);

const rootRoute = createRootRoute({
  // The organisation that one looks at goes along from page to page, and into links that are sent.
  validateSearch: z.object({ organisation: uuid }),
  search: { middlewares: [retainSearchParams(["organisation"])] },
  component: PageLayout,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
});

export const buildingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: z.object({
    search: text,
    use: BuildingUse.optional().catch(undefined),
    sort: z.enum(["energy", "change", "name"]).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("./routes/buildings.tsx"), "BuildingsPage"),
});

export const buildingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/buildings/$buildingId",
  validateSearch: z.object({
    period: z
      .enum([...periodKinds, "calendarYear"])
      .optional()
      .catch(undefined),
    on: date,
  }),
  component: lazyRouteComponent(() => import("./routes/building.tsx"), "BuildingPage"),
});

const buildingEnergyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/buildings/$buildingId/energy",
  validateSearch: z.object({
    period: z.enum(energyPeriodKinds).optional().catch(undefined),
    on: date,
    unit: z.enum(energyUnits).optional().catch(undefined),
    split: z.enum(energySplits).optional().catch(undefined),
    /** The figures as they were known at the end of that day */
    known: date,
    /** Of the profile by hour */
    energy: Energy.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("./routes/building-energy.tsx"), "BuildingEnergyPage"),
});

const meterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/meters/$meterId",
  component: lazyRouteComponent(() => import("./routes/meter.tsx"), "MeterPage"),
});

const leagueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/comparatif",
  validateSearch: z.object({
    use: BuildingUse.optional().catch(undefined),
    year: z.number().int().min(2000).max(2100).optional().catch(undefined),
    sort: z.enum(leagueColumns).optional().catch(undefined),
    reversed: z.boolean().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import("./routes/league.tsx"), "LeaguePage"),
});

const dataQualityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/qualite",
  validateSearch: z.object({ days: z.number().int().min(1).max(800).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./routes/data-quality.tsx"), "DataQualityPage"),
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

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/imports",
  component: lazyRouteComponent(() => import("./routes/imports.tsx"), "ImportsPage"),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/imports/$importFileId",
  component: lazyRouteComponent(() => import("./routes/import.tsx"), "ImportPage"),
});

const contractsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/contrats",
  validateSearch: z.object({ without: z.literal(true).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./routes/contracts.tsx"), "ContractsPage"),
});

const deliveryPointRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/contrats/$deliveryPointId",
  component: lazyRouteComponent(() => import("./routes/delivery-point.tsx"), "DeliveryPointPage"),
});

const factorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/facteurs",
  component: lazyRouteComponent(() => import("./routes/factors.tsx"), "FactorsPage"),
});

const stationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/stations",
  component: lazyRouteComponent(() => import("./routes/stations.tsx"), "StationsPage"),
});

const usersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/utilisateurs",
  validateSearch: z.object({ search: text }),
  component: lazyRouteComponent(() => import("./routes/users.tsx"), "UsersPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/compte",
  component: lazyRouteComponent(() => import("./routes/account.tsx"), "AccountPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/audit",
  validateSearch: z.object({
    actor: uuid,
    object: uuid,
    kind: text,
    from: date,
    to: date,
  }),
  component: lazyRouteComponent(() => import("./routes/audit.tsx"), "AuditPage"),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/connexion",
  staticData: { open: true },
  validateSearch: z.object({
    /** Where one was going */
    suite: z.string().max(2000).optional().catch(undefined),
    /** Code of what went wrong on the way back from the agency's provider */
    probleme: text,
  }),
  component: lazyRouteComponent(() => import("./routes/sign-in.tsx"), "SignInPage"),
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mot-de-passe",
  staticData: { open: true },
  validateSearch: z.object({ jeton: token }),
  component: lazyRouteComponent(() => import("./routes/password.tsx"), "PasswordPage"),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitation",
  staticData: { open: true },
  validateSearch: z.object({ jeton: token }),
  component: lazyRouteComponent(() => import("./routes/invitation.tsx"), "InvitationPage"),
});

const signedInRoutes = [
  buildingsRoute,
  buildingRoute,
  buildingEnergyRoute,
  meterRoute,
  leagueRoute,
  dataQualityRoute,
  devicesRoute,
  importsRoute,
  importRoute,
  contractsRoute,
  deliveryPointRoute,
  factorsRoute,
  stationsRoute,
  usersRoute,
  accountRoute,
  auditRoute,
] as const;

export function createPortalRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: rootRoute.addChildren([...signedInRoutes, signInRoute, passwordRoute, invitationRoute]),
    ...(history === undefined ? {} : { history }),
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
  interface StaticDataRouteOption {
    /** true: for whoever is not signed in */
    readonly open?: true;
  }
}
