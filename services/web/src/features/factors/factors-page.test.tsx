import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, louviers, reader } from "../../testing/samples.ts";

const factor = {
  id: "00000000-0000-4000-8000-000000000801",
  organisation: null,
  kind: "co2e",
  energy: "gas",
  endUse: null,
  value: 0.227,
  basis: "pci",
  year: 2018,
  source: "Ministère",
  from: "2018-01-01",
  to: null,
};
const own = {
  ...factor,
  id: "00000000-0000-4000-8000-000000000802",
  organisation: louviers,
  energy: "heat",
  basis: "final",
  to: "2027-01-01",
};
const manager = { ...admin, actions: [...admin.actions, "meter:write"] };

const api = (me: object) =>
  fakeApi({ "GET /me": me, "GET /energy-factors": { items: [factor, own] }, "POST /energy-factors": own });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("factors stand with the kWh that they speak of, their year and source; who reads changes none", async () => {
  api(reader);
  await renderPortal("/facteurs");
  const [gas, heat] = await screen.findAllByTestId("factor-row");
  expect(gas?.textContent).toContain("0,227 kg CO₂e/kWh PCI");
  expect(gas?.textContent).toContain("2018");
  expect(gas?.textContent).toContain("Ministère");
  expect(heat?.textContent).toContain("de janvier 2018 à décembre 2026");
  expect(screen.queryByRole("button", { name: /Ajouter|Retirer/ })).toBeNull();
});

it("a manager says and withdraws the organisation's own, not everybody's", async () => {
  const seen = api(manager);
  await renderPortal("/facteurs");
  const rows = await screen.findAllByTestId("factor-row");
  expect(rows.map((row) => within(row).queryByRole("button", { name: "Retirer" }) !== null)).toEqual([false, true]);
  await userEvent.click(screen.getByRole("button", { name: "Ajouter un facteur" }));
  const dialog = within(await screen.findByRole("dialog"));
  const type = (label: string | RegExp, text: string) => userEvent.type(dialog.getByLabelText(label), text);
  await type(/Valeur/, "0,042");
  await type(/Année/, "2026");
  await type(/^Source/, "Réseau de chaleur");
  await type(/Premier mois/, "2026-01");
  await type(/Dernier mois/, "2026-12");
  await userEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(seen.find(({ route }) => route === "POST /energy-factors")?.body).toMatchObject({
    organisation: louviers.id,
    energy: "heat",
    value: 0.042,
    from: "2026-01-01",
    to: "2027-01-01",
  });
});
