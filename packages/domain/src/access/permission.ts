/** Glossary of who may do what. The database mirrors this table and enforces it; API, portal and documentation read it. */

export const roles = [
  "agency_admin",
  "smo_engineer",
  "organisation_admin",
  "building_manager",
  "technician",
  "reader",
] as const;
export type Role = (typeof roles)[number];

export const actions = [
  "organisation:read",
  "organisation:manage",
  "data:read",
  "building:write",
  "meter:write",
  "exchange:write",
  "device:write",
  "network:read",
  "job:read",
  "user:manage",
  "audit:read",
] as const;
export type Action = (typeof actions)[number];

/**
 * How far an action of a role reaches. `own`: the organisation of the role, and those below it that have agreed (a link
 * with consent). `platform`: every organisation, agreed or not; only for what is nobody's data.
 */
export type Reach = "own" | "platform";

/** The table. What is not named is refused. */
export const permissions: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  agency_admin: {
    "organisation:read": "platform",
    "organisation:manage": "platform",
    "data:read": "own",
    "building:write": "own",
    "meter:write": "own",
    "exchange:write": "own",
    "device:write": "own",
    "network:read": "platform",
    "job:read": "platform",
    "user:manage": "platform",
    "audit:read": "platform",
  },
  smo_engineer: {
    "organisation:read": "platform",
    "data:read": "own",
    "building:write": "own",
    "meter:write": "own",
    "exchange:write": "own",
    "device:write": "own",
    "network:read": "platform",
    "job:read": "platform",
  },
  organisation_admin: {
    "organisation:read": "own",
    "data:read": "own",
    "building:write": "own",
    "meter:write": "own",
    "exchange:write": "own",
    "device:write": "own",
    "job:read": "own",
    "user:manage": "own",
    "audit:read": "own",
  },
  building_manager: {
    "organisation:read": "own",
    "data:read": "own",
    "building:write": "own",
    "meter:write": "own",
    "exchange:write": "own",
    "job:read": "own",
  },
  technician: { "organisation:read": "own", "data:read": "own", "exchange:write": "own" },
  reader: { "organisation:read": "own", "data:read": "own" },
};

/** Roles that only the agency gives, in its own organisation: their reach is the platform's. */
export const agencyRoles: readonly Role[] = ["agency_admin", "smo_engineer"];

/** Roles that may be limited to some buildings of their organisation. */
export const rolesByBuilding: readonly Role[] = ["building_manager", "technician", "reader"];

export interface Permission {
  readonly role: Role;
  readonly action: Action;
  readonly reach: Reach;
}

/** The table, a row for each permission, as the database keeps it. */
export function permissionRows(): Permission[] {
  return roles.flatMap((role) =>
    actions.flatMap((action) => {
      const reach = permissions[role][action];
      return reach === undefined ? [] : [{ role, action, reach }];
    }),
  );
}

/** Whether one who holds `own` may give `role`: nobody gives more than they have. */
export function mayGive(own: Role, role: Role): boolean {
  return Object.entries(permissions[role]).every(([action, reach]) => {
    const held = permissions[own][action as Action];
    return held === "platform" || held === reach;
  });
}
