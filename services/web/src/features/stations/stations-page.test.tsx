import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, louviers, reader } from "../../testing/samples.ts";

const job = "00000000-0000-4000-8000-000000000903";
const everybodys = {
  id: "00000000-0000-4000-8000-000000000901",
  organisation: null,
  code: "27347001",
  name: "Évreux-Huest",
  latitude: 49.03,
  longitude: 1.22,
  kind: "file",
  source: "Météo-France",
  timeZone: "Europe/Paris",
  point: null,
  firstDay: "2025-01-01",
  lastDay: "2026-11-03",
  knownDays: 670,
  missingDays: 22,
  missingSince: "2026-11-03",
  buildingCount: 2,
  distanceKm: null,
};
const own = {
  ...everybodys,
  id: "00000000-0000-4000-8000-000000000902",
  organisation: louviers,
  name: "Toit de la mairie",
};

const api = (me: object) =>
  fakeApi({
    "GET /me": me,
    "GET /stations": { items: [everybodys, own] },
    "POST /stations": own,
    [`POST /stations/${own.id}/temperature-files`]: { id: job },
    [`GET /jobs/${job}`]: {
      ...{ id: job, kind: "import-temperatures", state: "done", attempts: 1, maxAttempts: 5 },
      ...{ progressDone: 1, progressTotal: 1, message: "24 heure(s) lu(s)\nligne 7 : température illisible" },
      ...{ createdAt: "2026-11-25T08:00:00Z", startedAt: "2026-11-25T08:00:00Z", finishedAt: "2026-11-25T08:00:01Z" },
    },
  });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("stations stand with their source and since when days lack; who reads changes none", async () => {
  api(reader);
  await renderPortal("/stations");
  const [row] = await screen.findAllByTestId("station-row");
  expect(row?.textContent).toContain("Météo-France");
  expect(row?.textContent).toContain("22 jours");
  expect(row?.textContent).toContain("plus rien d’entier depuis le 3 nov. 2026");
  expect(screen.queryByRole("button", { name: /Ajouter|Envoyer/ })).toBeNull();
});

it("a file is sent for one's own station alone, and each line that was refused is told", async () => {
  const seen = api(admin);
  await renderPortal("/stations");
  const rows = await screen.findAllByTestId("station-row");
  const buttons = rows.map((row) => within(row).queryByRole("button", { name: "Envoyer un fichier" }));
  expect(buttons.map((button) => button !== null)).toEqual([false, true]);
  await userEvent.click(buttons[1]!);
  const file = new File(["time,temperature_c\n"], "mairie.csv", { type: "text/csv" });
  await userEvent.upload(await screen.findByLabelText("Fichier de températures"), file);
  expect(await screen.findByText(/ligne 7 : température illisible/)).toBeTruthy();
  const sent = seen.find(({ route }) => route.startsWith("POST"));
  expect(sent?.body).toEqual({ name: "mairie.csv", text: "time,temperature_c\n" });
});

it("a station of Open-Meteo is added only with its place", async () => {
  const seen = api(admin);
  await renderPortal("/stations");
  await userEvent.click(await screen.findByRole("button", { name: "Ajouter une station" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.selectOptions(dialog.getByLabelText("Type"), "open_meteo");
  await userEvent.type(dialog.getByLabelText(/^Code/), "om-louviers");
  await userEvent.type(dialog.getByLabelText(/^Nom/), "Louviers");
  await userEvent.type(dialog.getByLabelText(/^Source/), "Open-Meteo.com");
  const save = dialog.getByRole("button", { name: "Enregistrer" });
  expect(save.hasAttribute("disabled")).toBe(true);
  await userEvent.type(dialog.getByLabelText(/^Latitude/), "49,215");
  await userEvent.type(dialog.getByLabelText(/^Longitude/), "1,166");
  await userEvent.click(save);
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const sent = seen.find(({ route }) => route === "POST /stations");
  expect(sent?.body).toMatchObject({ organisation: louviers.id, kind: "open_meteo", latitude: 49.215, point: null });
});
