import { describe, expect, it } from "vitest";
import { givableRoles } from "./givable-roles.ts";

describe("roles to choose from", () => {
  it("are an organisation's own for its administrator, never the agency's", () => {
    const own = ["organisation_admin", "building_manager", "technician", "reader"];
    expect(givableRoles(["organisation_admin"], "commune")).toEqual(own);
    expect(givableRoles(["agency_admin"], "commune")).toEqual(own);
  });
  it("are the agency's too, in the agency, for its administrator", () => {
    expect(givableRoles(["agency_admin"], "agency")).toContain("smo_engineer");
    expect(givableRoles(["organisation_admin"], "agency")).not.toContain("agency_admin");
  });
  it("are none for who may not manage users", () => {
    expect(givableRoles(["reader", "smo_engineer"], "agency")).toEqual([]);
  });
});
