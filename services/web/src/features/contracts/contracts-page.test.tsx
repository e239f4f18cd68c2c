import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { schoolDetail } from "../../testing/energy-samples.ts";
import { Answer, fakeApi, type Reply } from "../../testing/fake-api.ts";
import { contractOfSchool, placeOfSchool, placeWithoutContract, rightInvoice } from "../../testing/money-samples.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, problemOf, reader, school } from "../../testing/samples.ts";

const manager = { ...admin, actions: [...admin.actions, "meter:write"] };
const page = (items: readonly object[]) => ({ items, nextCursor: null });

function api(me: object, replies: Readonly<Record<string, Reply>> = {}) {
  return fakeApi({
    "GET /me": me,
    "GET /delivery-points": ({ query }) =>
      page(query.get("without") === null ? [placeOfSchool, placeWithoutContract] : [placeWithoutContract]),
    [`GET /delivery-points/${placeOfSchool.id}`]: placeOfSchool,
    [`GET /delivery-points/${placeOfSchool.id}/reconciliation`]: {
      deliveryPoint: contractOfSchool.deliveryPoint,
      items: [],
    },
    "GET /contracts": page([contractOfSchool]),
    [`GET /contracts/${contractOfSchool.id}`]: contractOfSchool,
    ...replies,
  });
}

const place = `/contrats/${placeOfSchool.id}`;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the contracts", () => {
  it("say what has none, and can be narrowed to that", async () => {
    api(reader);
    const { at } = await renderPortal("/contrats");
    const rows = await screen.findAllByTestId("place-row");
    expect(rows.map((row) => row.textContent?.includes("sans contrat"))).toEqual([false, true]);
    await userEvent.click(screen.getByLabelText("Seulement ceux sans contrat"));
    await vi.waitFor(() => expect(screen.getAllByTestId("place-row")).toHaveLength(1));
    expect(at()).toContain("without=true");
  });
  it("show the prices that hold today first, and nothing to change for who only reads", async () => {
    api(reader);
    await renderPortal(place);
    const card = await screen.findByTestId("contract");
    expect(card.textContent).toMatch(/Puissance souscrite 36 kVA · Heures creuses 22:00–06:00/);
    const [now, before] = within(card).getAllByRole("table", { hidden: true });
    expect(now?.textContent).toContain("0,152 €/kWh");
    expect(now?.textContent).not.toContain("0,165");
    expect(before?.textContent).toContain("0,165 €/kWh");
    expect(screen.queryByRole("button", { name: "Modifier" })).toBeNull();
  });
  it("are changed as a whole, for the version that one has seen", async () => {
    const seen = api(manager, { [`PATCH /contracts/${contractOfSchool.id}`]: contractOfSchool });
    await renderPortal(place);
    await userEvent.click(await screen.findByRole("button", { name: "Modifier" }));
    const supplier = screen.getByRole("textbox", { name: "Fournisseur" });
    await userEvent.clear(supplier);
    await userEvent.type(supplier, "Autre régie");
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    await screen.findByTestId("contract");
    const sent = seen.find(({ route }) => route.startsWith("PATCH"));
    expect(sent?.body).toMatchObject({ supplier: "Autre régie", from: "2025-01-01", prices: contractOfSchool.prices });
    expect(sent?.headers.get("if-match")).toBe('"tag"');
  });
  it("say in words why one is refused, and cannot be sent with a price that is no number", async () => {
    api(manager, {
      "POST /contracts": new Answer(409, problemOf("contract_overlaps", 409, "Un autre contrat couvre ces dates.")),
    });
    await renderPortal(place);
    await userEvent.click(await screen.findByRole("button", { name: "Ajouter un contrat" }));
    await userEvent.selectOptions(screen.getByLabelText("Structure du contrat"), "base");
    const save = screen.getByRole<HTMLButtonElement>("button", { name: "Enregistrer" });
    expect(save.disabled).toBe(true);
    await userEvent.type(screen.getByRole("textbox", { name: "Fournisseur" }), "Régie");
    await userEvent.type(screen.getByLabelText(/Premier jour/), "2026-01-01");
    await userEvent.type(screen.getByRole("textbox", { name: /Puissance/ }), "36");
    const amounts = screen.getAllByRole("textbox", { name: "Prix hors TVA" });
    expect(amounts).toHaveLength(4);
    for (const amount of amounts) await userEvent.type(amount, "0,1");
    await userEvent.type(amounts[0] as HTMLElement, "x");
    expect(screen.getByText("Ce n’est pas un nombre")).toBeTruthy();
    expect(save.disabled).toBe(true);
    await userEvent.type(amounts[0] as HTMLElement, "{Backspace}");
    await userEvent.click(save);
    expect((await screen.findByRole("alert")).textContent).toBe("Un autre contrat couvre ces dates.");
  });
});

describe("the bills of a delivery point", () => {
  const reconciliation = `GET /delivery-points/${placeOfSchool.id}/reconciliation`;
  const wrong = {
    ...rightInvoice,
    invoice: { ...rightInvoice.invoice, id: placeOfSchool.id, number: "F-2" },
    billed: 1600,
    difference: 401,
    parts: [
      { cause: "period_edges", quantity: 80 },
      { cause: "unexplained", quantity: 321 },
    ],
    quantityVerdict: "differs",
    priceDifference: 69.4,
    priceVerdict: "differs",
  };
  it("say the verdict in a word and why in sentences", async () => {
    api(reader, { [reconciliation]: { deliveryPoint: contractOfSchool.deliveryPoint, items: [wrong, rightInvoice] } });
    await renderPortal(place);
    const [bad, good] = await screen.findAllByTestId("invoice");
    expect(screen.getByText("1 facture à vérifier auprès du fournisseur.")).toBeTruthy();
    expect(within(bad!).getByTestId("verdict").textContent).toBe("À vérifier");
    expect(bad?.textContent).toMatch(/Écart inexpliqué de \+321 kWh : 1\s600 kWh facturés, 1\s199 kWh mesurés/);
    expect(bad?.textContent).toMatch(/premier et dernier jour : \+80 kWh/);
    expect(bad?.textContent).toMatch(/supérieur de 69,40\s€ HT/);
    expect(within(good!).getByTestId("verdict").textContent).toBe("Conforme");
    expect(good?.textContent).toMatch(/du 1 sept. 2026 au 30 sept. 2026/);
  });
  it("are added as they stand on paper, the last day inclusive", async () => {
    const seen = api(manager, { "POST /invoices": rightInvoice.invoice });
    await renderPortal(place);
    await userEvent.click(await screen.findByRole("button", { name: "Ajouter une facture" }));
    const dialog = within(await screen.findByRole("dialog"));
    const type = (label: string | RegExp, text: string) => userEvent.type(dialog.getByLabelText(label), text);
    await type(/Numéro/, "F-9");
    await type(/Date de la facture/, "2026-11-05");
    await type(/Premier jour/, "2026-10-01");
    await type(/Dernier jour/, "2026-10-31");
    await type(/Énergie facturée/, "1 234");
    await type(/Montant HT/, "260,40");
    await userEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(seen.find(({ route }) => route === "POST /invoices")?.body).toMatchObject({
      deliveryPoint: placeOfSchool.id,
      from: "2026-10-01",
      to: "2026-11-01",
      energyKwh: 1234,
      amountExclTax: 260.4,
      amountInclTax: null,
    });
  });
});

it("a meter that stands nowhere is given its delivery point; sub-meters and those that have one are not offered", async () => {
  const seen = api(manager, {
    "GET /buildings": page([{ ...schoolDetail, lastReadingAt: null, weeks: [] }]),
    [`GET /buildings/${school.id}`]: schoolDetail,
    "POST /delivery-points": { ...placeOfSchool, building: school.id, gasCoefficientCount: 0 },
  });
  await renderPortal("/contrats");
  await userEvent.click(await screen.findByRole("button", { name: "Ajouter un point de livraison" }));
  const dialog = within(await screen.findByRole("dialog"));
  const building = await dialog.findByRole("option", { name: /Jean-Moulin/ });
  await userEvent.selectOptions(dialog.getByLabelText(/Bâtiment/), building);
  const choice = await dialog.findByLabelText(/Compteur/);
  const offered = within(choice).getAllByRole<HTMLOptionElement>("option");
  expect(offered.map(({ textContent }) => textContent)).toEqual(["Choisir…", "Compteur de gaz · Gaz"]);
  await userEvent.selectOptions(choice, "Compteur de gaz · Gaz");
  await userEvent.type(dialog.getByLabelText(/Numéro/), "12 345");
  await userEvent.click(dialog.getByRole("button", { name: "Ajouter" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(seen.find(({ route }) => route === "POST /delivery-points")?.body).toEqual({
    meter: offered[1]?.value,
    number: "12345",
  });
});

describe("bills by file", () => {
  const outcome = {
    added: 2,
    changed: 0,
    unchanged: 1,
    columns: [{ field: "place", name: "PRM" }],
    missing: [],
    refusedCount: 1,
    refusals: [{ line: 5, field: "place", reason: "Aucun point de livraison n’a le numéro 99." }],
  };
  const route = `POST /organisations/${placeOfSchool.organisation.id}/invoice-file`;
  const file = new File(["PRM;é"], "factures.csv");
  it("are checked, then stored when one says so, with what was refused and why", async () => {
    const seen = api(manager, { [route]: outcome });
    await renderPortal("/contrats");
    await userEvent.upload(await screen.findByLabelText("Fichier de factures"), file);
    expect(await screen.findByText(/rien n’est encore enregistré/)).toBeTruthy();
    expect(screen.getByText("Ligne 5, PRM ou PCE : Aucun point de livraison n’a le numéro 99.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer 2 factures" }));
    expect(await screen.findByText("Importé.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Enregistrer/ })).toBeNull();
    const sent = seen.filter((request) => request.route === route).map(({ body }) => body);
    const content = Buffer.from("PRM;é").toString("base64");
    expect(sent).toEqual(["check", "import"].map((mode) => ({ mode, name: "factures.csv", content })));
  });
  it("say which columns are not there, and are no matter of who only reads", async () => {
    api(manager, { [route]: { ...outcome, added: 0, missing: ["number", "issuedOn"] } });
    await renderPortal("/contrats");
    await userEvent.upload(await screen.findByLabelText("Fichier de factures"), file);
    expect((await screen.findByRole("alert")).textContent).toContain("numéro de facture, date de facture");
    cleanup();
    api(reader);
    await renderPortal("/contrats");
    await screen.findAllByTestId("place-row");
    expect(screen.queryByLabelText("Fichier de factures")).toBeNull();
  });
});
