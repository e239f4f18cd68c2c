import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { louviers, reader } from "../../testing/samples.ts";

function row(id: number, name: string, figures: object) {
  return {
    building: `00000000-0000-4000-8000-0000000003${id}`,
    name,
    organisation: "Louviers",
    use: "school",
    simulated: false,
    floorAreaM2: 1000,
    energyKwh: 1000,
    byEnergy: { gas: 1000 },
    waterM3: null,
    kwhPerM2: null,
    completeness: 0.97,
    previousKwh: null,
    previousCompleteness: 0,
    change: null,
    heatingKd: null,
    previousHeatingKd: null,
    climateChange: null,
    cost: null,
    costedShare: 0,
    kgCo2e: null,
    ...figures,
  };
}

function api() {
  const items = [
    row(10, "École A", { kwhPerM2: 80, change: 0.2, completeness: 0.5 }),
    row(11, "École B", { kwhPerM2: 120, change: -0.1, climateChange: -0.05 }),
    row(12, "École C", { floorAreaM2: null, cost: 900, costedShare: 0.6 }),
  ];
  return fakeApi({
    "GET /me": reader,
    [`GET /organisations/${louviers.id}/league`]: ({ query }) => ({
      organisation: louviers.id,
      from: query.get("from"),
      to: query.get("to"),
      currency: "EUR",
      items,
      factors: [],
    }),
  });
}

const names = async () =>
  (await screen.findAllByTestId("league-row")).map((one) => within(one).getByRole("link").textContent);

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the league table", () => {
  it("puts the greediest per m² first and what is unknown last, whichever way it is sorted", async () => {
    api();
    const { at } = await renderPortal("/comparatif");
    expect(await names()).toEqual(["École B", "École A", "École C"]);
    await userEvent.click(screen.getByRole("button", { name: "kWh/m²" }));
    await waitFor(() => expect(at()).toContain("reversed=true"));
    expect(await names()).toEqual(["École A", "École B", "École C"]);
    await userEvent.click(screen.getByRole("button", { name: "Sur un an" }));
    await waitFor(async () => expect((await names())[0]).toBe("École A"));
    expect(screen.getByRole("columnheader", { name: "Sur un an" }).getAttribute("aria-sort")).toBe("descending");
  });
  it("says what it cannot say: no floor area, a price for a part alone, a climate that is an estimation", async () => {
    api();
    await renderPortal("/comparatif");
    const last = (await screen.findAllByTestId("league-row"))[2]!;
    expect(last.textContent).toContain("surface inconnue");
    expect(last.textContent).toMatch(/sur 60\s% de l’énergie/);
    expect(screen.getByRole("columnheader", { name: /estimation/ })).toBeTruthy();
  });
  it("asks for a year's months, and gives the same as files in the page's language", async () => {
    const seen = api();
    await renderPortal("/comparatif?year=2024&use=school");
    await names();
    const asked = seen.find(({ route }) => route.endsWith("/league"))?.query;
    expect(Object.fromEntries(asked ?? [])).toEqual({ from: "2024-01", to: "2024-12", use: "school" });
    const file = screen.getByRole("link", { name: /XLSX/ }).getAttribute("href");
    expect(file).toBe(
      `/api/v1/organisations/${louviers.id}/league?from=2024-01&to=2024-12&use=school&format=xlsx&lang=fr`,
    );
  });
});
