import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Named } from "../acceptance/clients/answers.ts";
import { Api } from "../acceptance/clients/api.ts";
import { createBuilding } from "../acceptance/fixtures/building.ts";
import { PulseMeter } from "../acceptance/fixtures/pulse-meter.ts";
import { launchChromium, openPortal, overflowPx, takeScreenshot } from "./portal-page.ts";

const platform = inject("platform");
const api = new Api(platform);
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A building of an organisation of its own, with a meter at a delivery point that has no contract. */
async function createPlace(name: string): Promise<{ organisation: string; place: string }> {
  const building = await createBuilding(api, name);
  const { meter } = await PulseMeter.install(api, building.id);
  const place = await api.post<Named>("/delivery-points", { meter, number: "12345678901234" });
  const { organisation } = await api.get<{ organisation: Named }>(`/delivery-points/${place.id}`);
  return { organisation: organisation.id, place: place.id };
}

describe.each([390, 1440])("at %i px", (width) => {
  it("a place without a contract gets one, and its bill is checked against it", async () => {
    const { organisation, place } = await createPlace(`Mairie ${width}`);
    const { page, errors } = await openPortal(browser, platform, `/contrats?organisation=${organisation}`, width);
    const row = page.getByTestId("place-row");
    await row.waitFor();
    expect(await row.textContent()).toContain("sans contrat");
    await row.getByRole("link").click();
    await page.getByRole("button", { name: "Ajouter un contrat" }).click();
    await page.getByLabel("Structure du contrat").selectOption("base");
    await page.getByLabel("Fournisseur").fill("Régie d’Évreux");
    await page.getByLabel("Premier jour").fill("2026-01-01");
    await page.getByLabel("Puissance souscrite").fill("36");
    for (const amount of await page.getByLabel("Prix hors TVA").all()) await amount.fill("0,12");
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);
    await takeScreenshot(page, `contract-form-${width}`);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByTestId("contract").waitFor();

    await page.getByRole("button", { name: "Ajouter une facture" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Numéro").fill("F-1");
    await dialog.getByLabel("Date de la facture").fill("2026-10-05");
    await dialog.getByLabel("Premier jour facturé").fill("2026-09-01");
    await dialog.getByLabel("Dernier jour facturé").fill("2026-09-30");
    await dialog.getByLabel("Énergie facturée").fill("1000");
    await dialog.getByLabel("Montant HT").fill("500");
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    // Energy and excise at 0.12 €/kWh, a month of 0.12 € and a twelfth of 0.12 € a year: 240.13 €.
    await expect.poll(() => page.getByTestId("verdict").textContent()).toBe("À vérifier");
    expect(await page.getByTestId("invoice").textContent()).toMatch(/259,87\s€ HT/);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);
    await takeScreenshot(page, `contract-${width}`);
    const contracted = await api.get<{ contract: { supplier: string } }>(`/delivery-points/${place}`);
    expect(contracted.contract.supplier).toBe("Régie d’Évreux");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
