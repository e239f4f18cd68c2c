import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Answer, fakeApi, type Reply, type SeenRequest } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, louviers, problemOf, school } from "../../testing/samples.ts";

const uuid = (digits: number) => `00000000-0000-4000-8000-${String(digits).padStart(12, "0")}`;
const file = uuid(61);
const curve = uuid(62);
const meter = uuid(63);
const mapping = {
  sheet: null,
  encoding: "utf-8",
  delimiter: ";",
  decimal: ".",
  headerLine: 1,
  time: {
    columns: ["Horodate"],
    format: "iso",
    timeZone: "Europe/Paris",
    marks: "end",
    interval: { kind: "minutes", minutes: 30 },
  },
  values: [{ column: "Valeur", content: "power", unit: "W", target: { by: "register", register: "" } }],
  estimated: null,
};
const run = {
  id: uuid(64),
  kind: "import",
  state: "done",
  mapping: null,
  progressDone: 3,
  progressTotal: 3,
  lines: 3,
  refused: 0,
  inserted: 2,
  superseded: 0,
  unchanged: 0,
  error: null,
  requestedAt: "2026-11-24T10:00:00Z",
  finishedAt: "2026-11-24T10:00:01Z",
};
const value = (line: number, problem: string | null) => ({
  line,
  column: "Valeur",
  target: "",
  start: "2026-11-01T00:00:00Z",
  time: "2026-11-01T00:30:00Z",
  value: 1200,
  unit: "W",
  problem,
});

function api({
  preview = {},
  brought = {},
  replies = {},
}: Record<string, Record<string, unknown>> = {}): SeenRequest[] {
  return fakeApi({
    "GET /me": { ...admin, actions: [...admin.actions, "meter:write"] },
    [`GET /imports/${file}`]: {
      id: file,
      organisation: louviers,
      name: "courbe.csv",
      bytes: 10,
      receivedBytes: 10,
      createdAt: "2026-11-24T10:00:00Z",
      prunedAt: null,
      latestRun: null,
      ...brought,
    },
    [`POST /imports/${file}/preview`]: ({ body }) => ({
      mapping: (body as { mapping: object | null }).mapping ?? mapping,
      preset: "Enedis — courbe de charge",
      doubts: [],
      records: [{ line: 1, fields: ["Horodate", "Valeur"] }],
      values: [value(2, "choisissez un compteur"), value(3, "choisissez un compteur")],
      refusals: [],
      curveless: [],
      misfit: null,
      ...preview,
    }),
    "GET /import-choices": {
      registers: [
        {
          id: uuid(65),
          building: school.name,
          meter: "Général",
          meterId: meter,
          name: "Index",
          kind: "index",
          unit: "kW.h",
        },
      ],
      mappings: [],
    },
    [`GET /import-runs/${run.id}`]: { ...run, targets: [] },
    ...(replies as Record<string, Reply>),
  });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a file on its way in", () => {
  const added = {
    id: curve,
    meter,
    name: "Courbe importée",
    quantity: "active-energy",
    direction: "import",
    tariffClass: "base",
    kind: "interval",
    unit: "kW.h",
    counted: false,
    point: null,
  };

  it("of a known format asks only for the meter, adds a curve to it where it has none, and is then imported", async () => {
    const seen = api({
      replies: { "POST /import-curves": added, [`POST /imports/${file}/runs`]: { ...run, state: "queued" } },
    });
    await renderPortal(`/imports/${file}`);
    expect((await screen.findByText("Réglages de lecture")).closest("details")?.open).toBe(false);
    expect(screen.getByText("Pour toutes ces lignes : choisissez un compteur")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Importer" }).hasAttribute("disabled")).toBe(true);

    const choice = screen.getByLabelText("Compteur pour « Valeur »");
    expect(within(choice).queryByText(/Index/)).toBeNull();
    await userEvent.selectOptions(choice, await within(choice).findByText(/nouvelle courbe/));
    await vi.waitFor(() =>
      expect(screen.getByRole("button", { name: "Importer" }).hasAttribute("disabled")).toBe(false),
    );
    expect(seen.find(({ route }) => route === "POST /import-curves")?.body).toEqual({ meter, unit: "kW.h" });

    await userEvent.click(screen.getByRole("button", { name: "Importer" }));
    await vi.waitFor(() =>
      expect(seen.find(({ route }) => route === `POST /imports/${file}/runs`)?.body).toMatchObject({
        kind: "import",
        mapping: { values: [{ target: { by: "register", register: curve } }] },
      }),
    );
  });

  it("whose meter has no curve yet offers to add one", async () => {
    const seen = api({
      preview: { curveless: [{ meter, name: "École – Général" }] },
      replies: { "POST /import-curves": added },
    });
    await renderPortal(`/imports/${file}`);
    await userEvent.click(await screen.findByRole("button", { name: "Ajouter une courbe à École – Général" }));
    await vi.waitFor(() => expect(seen.some(({ route }) => route === "POST /import-curves")).toBe(true));
  });

  it("that nobody can read says so, without offering to try again", async () => {
    api({ replies: { [`POST /imports/${file}/preview`]: new Answer(422, problemOf("unreadable_file", 422)) } });
    await renderPortal(`/imports/${file}`);
    expect(await screen.findByRole("alert")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Réessayer" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Importer" })).toBeNull();
  });

  it("that was imported is taken back after a question, even once its bytes are gone", async () => {
    const seen = api({
      brought: { latestRun: run, prunedAt: "2026-11-24T12:00:00Z", receivedBytes: 0 },
      replies: { [`POST /imports/${file}/runs`]: { ...run, kind: "undo", state: "queued" } },
    });
    await renderPortal(`/imports/${file}`);
    expect(await screen.findByText(/a été effacé après son temps de garde/)).toBeTruthy();
    expect(seen.some(({ route }) => route.endsWith("/preview"))).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: "Annuler cet import" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Annuler cet import" }));
    await vi.waitFor(() =>
      expect(seen.find(({ route }) => route.endsWith("/runs"))?.body).toEqual({ kind: "undo", mapping: null }),
    );
  });
});
