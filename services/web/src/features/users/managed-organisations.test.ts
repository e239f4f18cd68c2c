import { expect, test } from "vitest";
import { managedOrganisations } from "./managed-organisations.ts";

const louviers = { id: "1", name: "Louviers" };
const evreux = { id: "2", name: "Évreux" };
const agency = { id: "3", name: "Agence" };
const all = [louviers, evreux, agency];

test("an organisation's administrator gives roles there, not where they only see", () => {
  const held = [
    { role: "organisation_admin", organisation: louviers },
    { role: "reader", organisation: evreux },
  ] as const;
  expect(managedOrganisations(all, held)).toEqual([louviers]);
});

test("the agency's administrator gives roles everywhere, others nowhere", () => {
  expect(managedOrganisations(all, [{ role: "agency_admin", organisation: agency }])).toEqual(all);
  expect(managedOrganisations(all, [{ role: "building_manager", organisation: louviers }])).toEqual([]);
});
