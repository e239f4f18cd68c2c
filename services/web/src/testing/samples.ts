import type { Problem, ProblemCode } from "@gtb/contracts/problem";
import type { Me } from "@gtb/contracts/session";
import type { Invitation, User } from "@gtb/contracts/users";

const uuid = (digits: number) => `00000000-0000-4000-8000-${String(digits).padStart(12, "0")}`;

export const louviers = { id: uuid(1), name: "Louviers" };
export const evreux = { id: uuid(2), name: "Évreux" };
export const school = { id: uuid(11), name: "École Jean-Moulin" };

const held = {
  id: uuid(21),
  role: "organisation_admin",
  organisation: louviers,
  buildings: null,
  since: "2026-01-01T00:00:00Z",
  until: null,
  fromProvider: false,
} as const;

/** The administrator of Louviers. */
export const admin: Me = {
  id: uuid(31),
  email: "camille.martin@louviers.example",
  name: "Camille Martin",
  locale: "fr",
  secondFactor: false,
  hasPassword: true,
  roles: [held],
  actions: [
    "organisation:read",
    "data:read",
    "building:write",
    "device:write",
    "job:read",
    "user:manage",
    "audit:read",
  ],
  organisations: [louviers],
  csrfToken: "csrf-of-camille",
};

/** May look at Louviers, and nothing more. */
export const reader: Me = {
  ...admin,
  id: uuid(32),
  name: "Sacha Petit",
  roles: [{ ...held, role: "reader" }],
  actions: ["organisation:read", "data:read"],
};

export const technician: User = {
  id: uuid(33),
  email: "dominique@louviers.example",
  name: "Dominique Roy",
  locale: "fr",
  secondFactor: true,
  lockedUntil: null,
  disabled: false,
  createdAt: "2026-03-01T08:00:00Z",
  roles: [{ ...held, id: uuid(22), role: "technician", buildings: [school] }],
};

export const invitation: Invitation = {
  id: uuid(41),
  email: "nouvelle@louviers.example",
  organisation: louviers,
  role: "reader",
  buildings: null,
  createdAt: "2026-11-24T08:00:00Z",
  expiresAt: "2026-12-01T08:00:00Z",
  state: "waiting",
};

export const organisations = {
  items: [louviers, evreux].map((one) => ({
    ...one,
    kind: "commune",
    code: "27375",
    population: 18_000,
    buildingCount: 3,
    deviceCount: 12,
  })),
  nextCursor: null,
};

export const emptyPage = { items: [], nextCursor: null };

export function problemOf(code: ProblemCode, status: number, messageFr = "Non."): Problem {
  const texts = { title: code, detail: code, messageFr, messageEn: "No." };
  return { type: "about:blank", status, code, requestId: "req-1", errors: [], ...texts };
}
