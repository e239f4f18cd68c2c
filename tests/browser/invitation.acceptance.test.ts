import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import type { Named } from "../acceptance/clients/answers.ts";
import { Api } from "../acceptance/clients/api.ts";
import { createBuilding } from "../acceptance/fixtures/building.ts";
import { launchChromium, openPortal, overflowPx, takeScreenshot } from "./portal-page.ts";

const platform = inject("platform");
const api = new Api(platform);
const email = `camille.${randomBytes(4).toString("hex")}@exemple.fr`;
const password = randomBytes(12).toString("base64url");
const commune = `Bois-${randomBytes(3).toString("hex")}`;
let browser: Browser;
let own: Named;
let foreign: Named;

beforeAll(async () => {
  browser = await launchChromium();
  own = await createBuilding(api, commune);
  foreign = await createBuilding(api, "Ailleurs");
});
afterAll(() => browser.close());

/** The link of the newest mail to the invited, as the development mail server has kept it. */
async function linkOfMail(): Promise<string> {
  const folder = join(platform.home, "mails");
  const found = await vi.waitUntil(
    async () => {
      const files = await readdir(folder).catch(() => []);
      const mails = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
      return mails.filter((mail) => mail.includes(email)).at(-1);
    },
    { timeout: 30_000, interval: 250 },
  );
  return /http\S+?jeton=[\w-]+/.exec((JSON.parse(found) as { text: string }).text)?.[0] ?? "";
}

/** What an administrator does on the page of users. */
async function invite(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Inviter quelqu’un" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Adresse électronique").fill(email);
  await dialog.getByLabel("Collectivité").selectOption({ label: `Collectivité · ${commune}` });
  await dialog.getByLabel("Rôle").selectOption({ label: "Gestion de bâtiments" });
  await dialog.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await page.getByTestId("invitation").getByText(email).waitFor();
}

it("an administrator invites a manager of one commune, who signs in on a phone and sees that commune and nothing else", async () => {
  const admin = await openPortal(browser, platform, "/utilisateurs", 1440);
  await invite(admin.page);
  await takeScreenshot(admin.page, "users-1440");
  expect(admin.errors).toEqual([]);
  await admin.page.context().close();

  const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await context.newPage();
  await phone.goto(await linkOfMail());
  await phone.getByText(`Collectivité · ${commune}`).waitFor();
  await phone.getByLabel("Nom", { exact: false }).first().fill("Camille Martin");
  for (const field of await phone.locator('input[type="password"]').all()) await field.fill(password);
  await takeScreenshot(phone, "invitation-390");
  await phone.locator('button[type="submit"]').click();
  await phone.getByRole("link", { name: "Connexion" }).click();
  await phone.getByLabel("Adresse électronique").fill(email);
  await phone.locator('input[type="password"]').fill(password);
  await phone.getByRole("button", { name: "Se connecter" }).click();

  await phone.getByRole("heading", { level: 1, name: "Bâtiments" }).waitFor();
  await phone.locator(`[data-testid="building-row"][data-building="${own.id}"]`).waitFor();
  expect(await phone.getByTestId("building-row").count()).toBe(1);
  expect(await overflowPx(phone)).toBeLessThanOrEqual(0);
  await takeScreenshot(phone, "manager-390");
  await phone.goto(`${platform.api}/buildings/${foreign.id}`);
  await phone.getByRole("heading", { name: "Page introuvable" }).waitFor();
  await phone.goto(`${platform.api}/utilisateurs`);
  expect(await phone.getByTestId("user-card").count()).toBe(0);
  await context.close();
});
