import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Named } from "../acceptance/clients/answers.ts";
import { Api } from "../acceptance/clients/api.ts";
import { createBuilding } from "../acceptance/fixtures/building.ts";
import { launchChromium, openPortal, overflowPx, takeScreenshot } from "./portal-page.ts";

const platform = inject("platform");
const api = new Api(platform);
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** A meter with an index at a delivery point, as a town has it before it brings its first load curve. */
async function meterAt(building: string, prm: string): Promise<void> {
  const { id: meter } = await api.post<Named>("/meters", { building, name: "Général", energy: "electricity" });
  await api.post("/delivery-points", { meter, number: prm });
  const register = { meter, name: "Index", quantity: "active-energy", unit: "kW.h", parameters: { maxPerHour: 36 } };
  await api.post("/registers", register);
}

/** Mean powers of half an hour, one day, marked by their ends. */
function loadCurve(prm: string): Buffer {
  const from = Date.UTC(2026, 0, 14, 23);
  const lines = Array.from(
    { length: 48 },
    (_, step) => `${new Date(from + (step + 1) * 1_800_000).toISOString()};${step === 20 ? "absente" : 2_000}`,
  );
  const head = ["Identifiant PRM;Type de donnees;Unite", `${prm};Courbe de charge;W`, "", "Horodate;Valeur"];
  return Buffer.from([...head, ...lines].join("\r\n"));
}

describe.each([390, 1440])("at %i px", (width) => {
  it("a load curve is dropped, seen, checked, imported and taken back", async () => {
    const building = await createBuilding(api, `Mairie ${width} ${Date.now()}`);
    const { organisation } = await api.get<{ organisation: Named }>(`/buildings/${building.id}`);
    const prm = String(Date.now()).padStart(14, String(width % 9));
    await meterAt(building.id, prm);
    const { page, errors } = await openPortal(browser, platform, `/imports?organisation=${organisation.id}`, width);
    await page.setInputFiles("input[type=file]", {
      name: `Enedis_courbe_de_charge_${prm}_janvier_2026.csv`,
      mimeType: "text/csv",
      buffer: loadCurve(prm),
    });

    await page.getByText("Format reconnu : Enedis").waitFor();
    await page.getByRole("button", { name: `Ajouter une courbe à ${building.name} – Général` }).click();
    await page.getByText("1 kWh").first().waitFor();
    await takeScreenshot(page, `import-preview-${width}`);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);

    await page.getByRole("button", { name: "Vérifier tout le fichier" }).click();
    await page.getByText("Vérifié : 47 relevés changeraient, 1 valeur refusée").waitFor();
    expect(await page.getByText("Ligne 25 : « absente » n'est pas un nombre").count()).toBeGreaterThan(0);

    await page.getByRole("button", { name: "Importer", exact: true }).click();
    await page.getByText("Importé : 47 relevés, 1 valeur refusée").waitFor();
    await takeScreenshot(page, `import-done-${width}`);
    expect(await overflowPx(page)).toBeLessThanOrEqual(0);

    await page.getByRole("button", { name: "Annuler cet import" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Annuler cet import" }).click();
    await page.getByText(/^Import annulé/).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
