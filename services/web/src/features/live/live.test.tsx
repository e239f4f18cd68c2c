import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { DetailedBuilding, MeasuredPoint } from "../../api/buildings.ts";
import { LanguageSwitch } from "../../layout/language-switch.tsx";
import { hoursOf } from "../../testing/consumption-sample.ts";
import { renderPagePart } from "../../testing/render-page-part.tsx";
import { LiveSection } from "./live-section.tsx";
import { todayFigures } from "./today-figures.ts";
import { withLatest } from "./use-live-building.ts";

const now = new Date("2026-11-24T09:05:00Z");
const hall = { id: "00000000-0000-4000-8000-0000000000aa", name: "Accueil" };

function point(id: string, quantity: string, unit: string, value: number | null): MeasuredPoint {
  const latest = value === null ? null : { time: new Date("2026-11-24T09:00:00Z"), value };
  return { id, building: "b", zone: hall, name: quantity, quantity, unit, kind: "gauge", latest };
}

const building: DetailedBuilding = {
  id: "b",
  organisation: { id: "o", name: "Louviers" },
  site: { id: "s", name: "Mairie" },
  name: "Mairie",
  use: "town_hall",
  heatingEnergy: "gas",
  timeZone: "Europe/Paris",
  floorAreaM2: null,
  simulated: true,
  zones: [{ ...hall, building: "b", floor: null }],
  points: [
    point("co2", "co2-concentration", "[ppm]", 640),
    point("t", "temperature", "Cel", 19.46),
    point("h", "relative-humidity", "%", null),
    point("battery", "battery-level", "%", 90),
  ],
  meters: [],
  deviceCount: 1,
};

afterEach(cleanup);

describe("live values", () => {
  it("stand room by room with their units and age; the device's own battery is no value of a room", async () => {
    await renderPagePart(<LiveSection building={building} connected now={now} />);
    const values = screen.getAllByTestId("live-value").map((value) => value.textContent);
    expect(values).toEqual(["19,5 °C", "–", "640 ppm"]);
    expect(screen.getByText("il y a 5 min")).toBeTruthy();
  });
  it("say their own age where the room's newest value is much younger", async () => {
    const leak = point("leak", "water-leak", "1", 0);
    const late = { ...leak, latest: { time: new Date("2026-11-24T06:00:00Z"), value: 0 } };
    await renderPagePart(
      <LiveSection building={{ ...building, points: [...building.points, late] }} connected now={now} />,
    );
    expect(screen.getByText("il y a 5 min")).toBeTruthy();
    expect(screen.getAllByText("il y a 3 h")).toHaveLength(1);
  });
  it("follow the language that one chooses, which the browser remembers", async () => {
    const part = (
      <>
        <LanguageSwitch />
        <LiveSection building={building} connected now={now} />
      </>
    );
    await renderPagePart(part);
    await userEvent.click(screen.getByRole("button", { name: "English" }));
    expect(await screen.findByText("19.5 °C")).toBeTruthy();
    expect(localStorage.getItem("gtb.language")).toBe("en");
    expect(document.documentElement.lang).toBe("en");
  });
  it("take what is newer, and leave a late uplink aside", () => {
    const at = (time: string, value: number) => withLatest(building, [{ point: "t", time: new Date(time), value }]);
    const latest = (changed: DetailedBuilding) => changed.points.find(({ id }) => id === "t")?.latest?.value;
    expect(latest(at("2026-11-24T09:04:00Z", 21))).toBe(21);
    expect(latest(at("2026-11-24T08:00:00Z", 12))).toBe(19.46);
  });
});

describe("today", () => {
  it("adds the known hours and names the one that runs", () => {
    const hours = hoursOf("2026-11-24", [
      { energy: "electricity", values: [1, null, 2, 2, 2, 2, 2, 2, 2, 2, 0.5] },
      { energy: "water", values: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
    ]);
    const figures = todayFigures(hours, now);
    expect(figures.energyKwh).toBe(17.5);
    expect(figures.waterM3).toBe(11);
    expect(figures.lastHour).toEqual({ localStart: "2026-11-24T10:00:00+01:00", energyKwh: 0.5, running: true });
  });
  it("is unknown before anything is", () => {
    const figures = todayFigures(hoursOf("2026-11-24", [{ energy: "electricity", values: [null] }]), now);
    expect(figures).toEqual({ energyKwh: null, waterM3: null, lastHour: null });
  });
});
