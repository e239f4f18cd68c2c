import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ConsumptionAnswer } from "../acceptance/clients/answers.ts";
import { Api } from "../acceptance/clients/api.ts";
import { Publisher } from "../acceptance/clients/publisher.ts";
import { createBuilding } from "../acceptance/fixtures/building.ts";
import { PulseMeter } from "../acceptance/fixtures/pulse-meter.ts";
import { launchChromium, openPortal, overflowPx, takeScreenshot } from "./portal-page.ts";

const platform = inject("platform");
const api = new Api(platform);
const soon = { timeout: 60_000, interval: 500 };
const hourMs = 3_600_000;
let browser: Browser;
let publisher: Publisher;

beforeAll(async () => {
  [browser, publisher] = await Promise.all([launchChromium(), Publisher.connect(platform.mqtt)]);
});
afterAll(() => Promise.all([browser.close(), publisher.close()]));

/** A meter that counted 10 kWh an hour until it was exchanged four hours ago for one that began at 5 kWh. */
async function exchangedMeter(width: number) {
  const building = await createBuilding(api, `Gymnase ${width} ${Date.now()}`);
  const meter = await PulseMeter.install(api, building.id);
  const lastHour = Math.floor(Date.now() / hourMs) * hourMs;
  const counts = [4_000, 4_080, 4_160, 4_240, 80, 160, 240, 320];
  await publisher.sendEvents(
    counts.map((count, index) => meter.reads(new Date(lastHour - (counts.length - 1 - index) * hourMs), count)),
  );
  const hours = async () => {
    const range = {
      by: "hour",
      from: new Date(lastHour - 7 * hourMs).toISOString(),
      to: new Date(lastHour).toISOString(),
    };
    const { series } = await api.get<ConsumptionAnswer>(`/buildings/${building.id}/consumption`, range);
    return series[0]?.energyKwh;
  };
  return { building, meter, hours };
}

describe.each([390, 1440])("at %i px", (width) => {
  it("a fall is told as an exchange, and a wrong reading is corrected: the hours follow", async () => {
    const { building, meter, hours } = await exchangedMeter(width);
    await expect.poll(hours, soon).toEqual([10, 10, 10, null, 10, 10, 10]);
    const { page, errors } = await openPortal(browser, platform, `/buildings/${building.id}`, width);
    await page.getByRole("link", { name: "Compteur général" }).click();
    await page.waitForURL(`**/meters/${meter.meter}*`);
    await page.getByTestId("break").waitFor();
    await takeScreenshot(page, `meter-${width}`);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);

    await page.getByRole("button", { name: "Remplacement" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Ancien index").fill("535");
    await dialog.getByLabel("Nouvel index").fill("5");
    await dialog.getByLabel("Numéro de série").fill("LINKY-7");
    await takeScreenshot(page, `meter-exchange-${width}`);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByText("Terminé : la consommation est à jour.").waitFor();
    // 535 − 530 on the old one, 10 − 5 on the new one.
    await expect.poll(hours, soon).toEqual([10, 10, 10, 10, 10, 10, 10]);
    await page.getByTestId("break").waitFor({ state: "detached" });
    // A fall that is explained is none.
    expect(await page.getByTestId("reading").nth(3).textContent()).toContain("Remplacement");
    expect(await page.getByTestId("act").first().textContent()).toContain("LINKY-7");

    await page
      .getByRole("button", { name: /^Corriger le relevé/ })
      .nth(1)
      .click();
    await dialog.getByLabel("Valeur juste").fill("32");
    await dialog.getByLabel("Motif").fill("mal lu");
    await dialog.getByText("30 kWh devient 32 kWh.").waitFor();
    await takeScreenshot(page, `meter-correction-${width}`);
    await dialog.getByRole("button", { name: "Corriger la valeur" }).click();
    await page.getByText("corrigé", { exact: true }).waitFor();
    await expect.poll(hours, soon).toEqual([10, 10, 10, 10, 10, 12, 8]);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);
    await takeScreenshot(page, `meter-corrected-${width}`);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
