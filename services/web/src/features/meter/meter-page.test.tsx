import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Answer, fakeApi, type Reply } from "../../testing/fake-api.ts";
import {
  doneJob,
  exchangeOfMeter,
  indexPoint,
  indexRegister,
  meterReplies,
  schoolMeter,
} from "../../testing/meter-samples.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, problemOf, reader } from "../../testing/samples.ts";

const manager = { ...admin, actions: [...admin.actions, "meter:write", "exchange:write"] };
const technician = { ...reader, actions: [...reader.actions, "exchange:write"] };
const page = `/meters/${schoolMeter.id}`;
const events = `POST /registers/${indexRegister.id}/events`;
const corrections = `POST /points/${indexPoint.id}/corrections`;

function api(me: object, replies: Readonly<Record<string, Reply>> = {}) {
  return fakeApi({ "GET /me": me, ...meterReplies, ...replies });
}

const openDialog = async (button: string | RegExp) => {
  await userEvent.click(await screen.findByRole("button", { name: button }));
  return within(await screen.findByRole("dialog"));
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the page of a meter", () => {
  it("shows who only reads everything but the buttons", async () => {
    api(reader);
    await renderPortal(page);
    const found = await screen.findByTestId("break");
    expect(found.textContent).toMatch(/passé de 84\s512 kWh \(20\/11\/2026 10:00\) à 12 kWh/);
    const rows = await screen.findAllByTestId("reading");
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/15 kWh\+5 kWh150corrigé/),
      expect.stringMatching(/999,9 kWh–9\s999écarté/),
      expect.stringMatching(/10 kWh–100reçu/),
    ]);
    const [first, second] = await screen.findAllByTestId("act");
    expect(first?.textContent).toMatch(
      /Remplacement du compteur le 01\/06\/2026 10:00 · ancien index : 80\s000 kWh, nouveau : non relevé · n° B-18/,
    );
    expect(first?.textContent).toMatch(/Compteur Linky.*Dominique Roy/);
    expect(second?.textContent).toMatch(/= 0,1 kWh.*plaque du compteur.*Camille Martin/);
    for (const name of [
      "Remplacer le compteur",
      "Remplacement",
      "Valeur fausse",
      "Retirer",
      "Modifier les paramètres",
      "Compléter un trou",
    ])
      expect(screen.queryByRole("button", { name: new RegExp(name) }), name).toBeNull();
    expect(screen.queryByRole("button", { name: /^Corriger/ })).toBeNull();
  });
  it("lets a technician note exchanges, and change nothing else", async () => {
    api(technician);
    await renderPortal(page);
    expect(await screen.findByRole("button", { name: "Remplacer le compteur" })).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Passage par zéro" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Valeur fausse" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Modifier les paramètres" })).toBeNull();
  });
});

describe("an exchange", () => {
  const answer = { event: exchangeOfMeter, job: doneJob.id };
  it("is noted in the meter's unit, as of now, sent in raw counts, and its work followed to the end", async () => {
    const seen = api(manager, { [events]: answer });
    await renderPortal(page);
    const before = Date.now();
    const dialog = await openDialog("Remplacer le compteur");
    await userEvent.type(dialog.getByLabelText(/^Ancien index/), "84 512,3");
    expect(dialog.getByText(/Soit 845\s123 en valeur brute/)).toBeTruthy();
    await userEvent.type(dialog.getByLabelText(/^Nouvel index/), "0");
    await userEvent.type(dialog.getByLabelText(/^Numéro de série/), " C-19 ");
    await userEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
    await screen.findByText("Terminé : la consommation est à jour.");
    const sent = seen.find(({ route }) => route === events)?.body as { at: string };
    expect(sent).toMatchObject({
      kind: "exchange",
      lastValue: 845_123,
      firstValue: 0,
      serialNumber: "C-19",
      parameters: null,
    });
    expect(Date.parse(sent.at)).toBeGreaterThanOrEqual(before);
  });
  it("that contradicts the readings is asked back in words, and recorded only when one insists", async () => {
    const doubt = {
      ...problemOf("needs_confirmation", 409),
      errors: [{ path: "body.lastValue", message: "last_below_previous: read before 845120" }],
    };
    const seen = api(manager, {
      [events]: ({ body }) => ((body as { confirm: boolean }).confirm ? answer : new Answer(409, doubt)),
    });
    await renderPortal(page);
    const dialog = await openDialog("Remplacement");
    expect(dialog.getByText(/passé de 84\s512 kWh/)).toBeTruthy();
    await userEvent.type(dialog.getByLabelText(/^Ancien index/), "5");
    await userEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
    expect((await dialog.findByRole("alert")).textContent).toContain(
      "L’ancien index est plus petit que le dernier relevé",
    );
    // Between the two readings that show the fall.
    expect(seen.find(({ route }) => route === events)?.body).toMatchObject({ at: "2026-11-20T09:30:00.000Z" });
    await userEvent.type(dialog.getByLabelText("Note"), "x");
    expect(dialog.queryByRole("alert")).toBeNull();
    await userEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
    await userEvent.click(await dialog.findByRole("button", { name: "Enregistrer quand même" }));
    await screen.findByText("Terminé : la consommation est à jour.");
  });
});

describe("a correction", () => {
  it("takes a reason, says what changes, and sends raw counts", async () => {
    const correction = {
      id: doneJob.id,
      kind: "set",
      from: "2026-11-20T10:00:00Z",
      to: "2026-11-20T10:00:00Z",
      value: 160,
      reason: "chiffres inversés",
      madeBy: null,
      madeAt: "2026-11-20T10:00:00Z",
      appliedAt: null,
      readingCount: null,
    };
    const seen = api(manager, { [corrections]: { correction, job: doneJob.id } });
    await renderPortal(page);
    const buttons = await screen.findAllByRole("button", { name: /^Corriger le relevé/ });
    await userEvent.click(buttons[0] as HTMLElement);
    const dialog = within(await screen.findByRole("dialog"));
    const value = dialog.getByLabelText(/^Valeur juste/);
    await userEvent.clear(value);
    await userEvent.type(value, "16");
    expect(await dialog.findByText("10 kWh devient 16 kWh.")).toBeTruthy();
    const send = dialog.getByRole<HTMLButtonElement>("button", { name: "Corriger la valeur" });
    expect(send.disabled).toBe(true);
    await userEvent.type(dialog.getByLabelText(/^Motif/), "chiffres inversés");
    await userEvent.click(send);
    await screen.findByText("Terminé : la consommation est à jour.");
    expect(seen.find(({ route }) => route === corrections)?.body).toMatchObject({
      kind: "set",
      value: 160,
      reason: "chiffres inversés",
    });
  });
  it("of a wrong value is one click from the fall that it makes", async () => {
    api(manager);
    await renderPortal(page);
    const dialog = await openDialog("Valeur fausse");
    expect(dialog.getByRole<HTMLInputElement>("radio", { name: "Écarter" }).checked).toBe(true);
    expect(dialog.getByLabelText<HTMLInputElement>(/^Du/).value).toBe("2026-11-20T11:00");
    expect(await dialog.findByText("2 relevés ne compteront plus.")).toBeTruthy();
  });
});

it("parameters say what will be computed again before they are saved", async () => {
  const seen = api(manager, {
    [`POST /registers/${indexRegister.id}/parameters`]: { parameters: [], points: [], job: doneJob.id },
  });
  await renderPortal(page);
  const dialog = await openDialog("Modifier les paramètres");
  expect(dialog.getByText(/sera recalculée à partir du/)).toBeTruthy();
  await userEvent.click(dialog.getByLabelText("depuis toujours (ils étaient faux)"));
  expect(dialog.getByText(/^Toute la consommation/)).toBeTruthy();
  const weight = dialog.getByLabelText(/^Valeur d’une impulsion/);
  await userEvent.clear(weight);
  await userEvent.type(weight, "0,125");
  await userEvent.type(dialog.getByLabelText(/^Motif/), "mauvaise plaque");
  await userEvent.click(dialog.getByRole("button", { name: "Enregistrer et recalculer" }));
  await screen.findByText("Terminé : la consommation est à jour.");
  expect(seen.find(({ route }) => route.startsWith("POST"))?.body).toEqual({
    unitPerCount: 0.125,
    ctRatio: 1,
    wrapsAt: null,
    maxPerHour: 40,
    validFrom: null,
    reason: "mauvaise plaque",
  });
});

it("what was noted can be withdrawn, after a question", async () => {
  const seen = api(manager, { [`DELETE /register-events/${exchangeOfMeter.id}`]: { done: true } });
  await renderPortal(page);
  const dialog = await openDialog(/^Retirer/);
  await userEvent.click(dialog.getByRole("button", { name: "Retirer" }));
  await screen.findByText(/^Enregistré/);
  expect(seen.some(({ route }) => route.startsWith("DELETE"))).toBe(true);
});
