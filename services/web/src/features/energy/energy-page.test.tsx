import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { consumptionOver, schoolDetail, weatherOver } from "../../testing/energy-samples.ts";
import { fakeApi, type Reply } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { emptyPage, reader } from "../../testing/samples.ts";

const page = `/buildings/${schoolDetail.id}/energy`;
const path = `GET /buildings/${schoolDetail.id}`;

function api(more: Readonly<Record<string, Reply>> = {}) {
  return fakeApi({
    "GET /me": reader,
    "GET /jobs": emptyPage,
    [path]: schoolDetail,
    [`${path}/consumption`]: ({ query }) =>
      consumptionOver(query, (start) => (start.startsWith("2026-03-10T03") ? null : 4)),
    [`${path}/climate`]: ({ query }) => weatherOver(query, (day) => 10 + 8 * Math.sin(day / 30)),
    ...more,
  });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the profile of a building", () => {
  it("asks for the year's hours in parts that the API answers", async () => {
    const seen = api();
    await renderPortal(`${page}?period=calendarYear&on=2025-06-01`);
    await screen.findByTestId("heat-map");
    const asked = seen.filter(({ route, query }) => route.endsWith("/consumption") && query.get("by") === "hour");
    // Development mounts everything twice.
    const spans = new Set(asked.map(({ query }) => `${query.get("from")} ${query.get("to")}`));
    const days = [...spans].map((span) => {
      const [from = "", to = ""] = span.split(" ");
      return (Date.parse(to) - Date.parse(from)) / 86_400_000;
    });
    expect(days.length).toBeGreaterThan(1);
    expect(Math.max(...days)).toBeLessThanOrEqual(100);
    expect(days.reduce((sum, one) => sum + one, 0)).toBeCloseTo(365, 6);
  });
  it("leaves an unknown hour out of the curve and says so, in words", async () => {
    api();
    await renderPortal(`${page}?period=month&on=2026-03-10`);
    expect(await screen.findByText(/1 heure inconnue sur 743/)).toBeTruthy();
  });
  it("has its figures as a table, where the unknown hour is a dash and no 0", async () => {
    api();
    await renderPortal(`${page}?period=month&on=2026-03-10`);
    const toggle = await screen.findByRole("radiogroup", { name: "Heure par heure" });
    await userEvent.click(within(toggle).getByText("Tableau"));
    const row = await screen.findByRole("row", { name: /^mar\. 10 mars/ });
    const cells = within(row).getAllByRole("cell");
    expect(cells.map(({ textContent }) => textContent).slice(2, 5)).toEqual(["4,00", "–", "4,00"]);
  });
});

describe("the energy signature", () => {
  it("draws no line where use does not follow the weather, and says so", async () => {
    api();
    await renderPortal(page);
    expect(await screen.findByText(/Pas de droite/)).toBeTruthy();
    expect(await screen.findByText(/Températures : Évreux/)).toBeTruthy();
  });
  it("says that a station is missing", async () => {
    api({ [`${path}/climate`]: ({ query }) => ({ ...weatherOver(query, () => 9), stations: [] }) });
    await renderPortal(page);
    expect(await screen.findByText("Aucune station météo pour ce bâtiment")).toBeTruthy();
  });
});
