import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { ConsumptionAnswer } from "../acceptance/clients/answers.ts";
import { Api } from "../acceptance/clients/api.ts";
import { Publisher } from "../acceptance/clients/publisher.ts";
import { kwhPerPulse } from "../acceptance/fixtures/pulse-meter.ts";
import { LivedInBuilding } from "./lived-in-building.ts";
import { launchChromium, openPortal, overflowPx, shownNumber, takeScreenshot } from "./portal-page.ts";

const platform = inject("platform");
const api = new Api(platform);
const soon = { timeout: 30_000, interval: 200 };
let publisher: Publisher;
let browser: Browser;
let building: LivedInBuilding;

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
  browser = await launchChromium();
  building = await LivedInBuilding.furnish(api, publisher);
  await vi.waitUntil(async () => ((await lastWholeHourKwh()) ?? 0) > 0, { timeout: 60_000, interval: 250 });
});

afterAll(async () => {
  await browser.close();
  await publisher.close();
});

/** Of the newest hour of the history: once it is known, all before it is. */
async function lastWholeHourKwh(): Promise<number | null> {
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const { series } = await api.get<ConsumptionAnswer>(`/buildings/${building.id}/consumption`, {
    by: "hour",
    from: new Date(hour - 3_600_000).toISOString(),
    to: new Date(hour).toISOString(),
  });
  return series[0]?.energyKwh[0] ?? null;
}

async function weekKwh(): Promise<number> {
  const { items } = await api.get<{ items: { weeks: { thisWeek: { energyKwh: number | null } }[] }[] }>("/buildings", {
    search: building.name,
  });
  return items[0]?.weeks[0]?.thisWeek.energyKwh ?? 0;
}

describe.each([390, 1440])("at %i px", (width) => {
  it("the list names the building with this week's kWh, and leads to its page", async () => {
    const { page, errors } = await openPortal(browser, platform, "/", width);
    const row = page.locator(`[data-testid="building-row"][data-building="${building.id}"]`);
    await row.waitFor();
    expect(await row.textContent()).toContain(building.name);
    const shown = (await row.getByTestId("week-kwh").textContent()) ?? "";
    const expected = await weekKwh();
    expect(Number(shown.replaceAll(/\s/g, "").replace(",", ".").replace("–", "0"))).toBeCloseTo(expected, -0.5);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);
    await takeScreenshot(page, `buildings-${width}`);

    await row.getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: building.name }).waitFor();
    await page.getByTestId("consumption-chart").locator("svg").waitFor();
    expect(new URL(page.url()).pathname).toBe(`/buildings/${building.id}`);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("a reading and its kWh arrive on the building's open page", async () => {
    const { page, errors } = await openPortal(browser, platform, `/buildings/${building.id}`, width);
    await page.getByTestId("consumption-chart").locator("svg").waitFor();
    const temperature = page.locator(`[data-testid="live-value"][data-point="${building.temperaturePoint}"]`);
    await temperature.waitFor();
    // A page that is loaded again would lose it.
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const kwhBefore = (await shownNumber(page, "today-kwh")) ?? 0;
    const warm = width === 390 ? 21.3 : 22.8;

    await publisher.sendEvents(building.now(16, warm));

    await expect.poll(() => temperature.textContent(), soon).toBe(`${warm.toFixed(1).replace(".", ",")} °C`);
    await expect
      .poll(async () => ((await shownNumber(page, "today-kwh")) ?? 0) - kwhBefore, soon)
      .toBeCloseTo(16 * kwhPerPulse, 0);
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
    await takeScreenshot(page, `building-${width}`);
    await page.context().close();
  });
});
