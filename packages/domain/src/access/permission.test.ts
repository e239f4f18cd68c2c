import { expect, test } from "vitest";
import { actions, agencyRoles, mayGive, permissionRows, permissions, roles, rolesByBuilding } from "./permission.ts";

test("nobody gives more than they have: of any role given, every permission is held", () => {
  for (const own of roles)
    for (const given of roles.filter((role) => mayGive(own, role)))
      for (const action of actions)
        if (permissions[given][action] !== undefined) expect(permissions[own][action]).toBeDefined();
});

test("an organisation's administrator gives every role but the agency's", () => {
  expect(roles.filter((role) => !mayGive("organisation_admin", role))).toEqual(agencyRoles);
});

test("only who manages people may be asked for roles, and no role that is limited to buildings does", () => {
  const managing = roles.filter((role) => permissions[role]["user:manage"] !== undefined);
  expect(managing).toEqual(["agency_admin", "organisation_admin"]);
  for (const role of rolesByBuilding) expect(managing).not.toContain(role);
});

test("nobody's data is reached everywhere", () => {
  const everywhere = permissionRows().filter(({ reach }) => reach === "platform");
  expect(everywhere.map(({ action }) => action)).not.toContain("data:read");
  for (const { role } of everywhere) expect(agencyRoles).toContain(role);
});
