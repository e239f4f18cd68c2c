import { BuildingDetail } from "@gtb/contracts/buildings";
import { Me } from "@gtb/contracts/session";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { z } from "zod";
import { MeContext } from "../../session/me-context.ts";
import { schoolDetail, weatherOver } from "../../testing/energy-samples.ts";
import { fakeApi } from "../../testing/fake-api.ts";
import { renderPagePart } from "../../testing/render-page-part.tsx";
import { admin, reader, school } from "../../testing/samples.ts";
import { BuildingStation } from "./building-station.tsx";

const near = {
  ...{ id: "00000000-0000-4000-8000-000000000901", organisation: null, code: "27347001", name: "Huest" },
  ...{ latitude: 49.03, longitude: 1.22, kind: "file", source: "Météo-France", timeZone: "Europe/Paris", point: null },
  ...{ firstDay: null, lastDay: null, knownDays: 0, missingDays: 0, missingSince: null, buildingCount: 0 },
  distanceKm: 3.2,
};
const far = { ...near, id: "00000000-0000-4000-8000-000000000902", name: "Rouen", distanceKm: 41 };
const path = `/buildings/${school.id}`;

const api = () =>
  fakeApi({
    [`GET ${path}/climate`]: ({ query }) => ({ ...weatherOver(query, () => 9), stations: [] }),
    "GET /stations": { items: [near, far] },
    [`POST ${path}/stations`]: { building: school, stations: [] },
  });

const render = (me: z.input<typeof Me>) =>
  renderPagePart(
    <QueryClientProvider client={new QueryClient()}>
      <MeContext value={Me.parse(me)}>
        <BuildingStation building={BuildingDetail.parse(schoolDetail)} today="2026-11-25" />
      </MeContext>
    </QueryClientProvider>,
  );

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("the nearest station is suggested to who may choose, and taken from the day that is said", async () => {
  const seen = api();
  await render(admin);
  await userEvent.click(await screen.findByRole("button", { name: "Choisir une station" }));
  const dialog = within(await screen.findByRole("dialog"));
  const select = await dialog.findByLabelText<HTMLSelectElement>("Station");
  expect(select.selectedOptions[0]?.textContent).toBe("La plus proche, 3,2 km : Huest");
  await userEvent.type(dialog.getByLabelText(/À partir du/), "2026-01-01");
  await userEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const sent = seen.find(({ route }) => route === `POST ${path}/stations`);
  expect(sent?.body).toEqual({ station: near.id, from: "2026-01-01" });
});

it("who reads sees that there is none and chooses nothing", async () => {
  api();
  await render(reader);
  expect(await screen.findByText("Aucune station météo")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Choisir une station" })).toBeNull();
});
