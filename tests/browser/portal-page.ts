import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import type { ApiAccess } from "../acceptance/clients/api.ts";

/** Not in git: for people to look at after a run. */
const screenshotFolder = fileURLToPath(new URL("../../tmp/screenshots/", import.meta.url));

/** `npm test` sees to it that it is there. Its own background traffic would only add noise. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page as somebody in the Eure sees it, and what went wrong in it. */
export interface PortalPage {
  readonly page: Page;
  /** Errors of scripts, of the console and of requests. */
  readonly errors: readonly string[];
}

/** `path`: of the page, which opens for whoever has this session. */
export async function openPortal(
  browser: Browser,
  { api, session }: ApiAccess,
  path: string,
  width: number,
): Promise<PortalPage> {
  const context = await browser.newContext({
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width, height: width < 600 ? 844 : 900 },
    hasTouch: width < 600,
  });
  const [name = "", value = ""] = session.cookie.split("=", 2);
  await context.addCookies([{ name, value, url: api, httpOnly: true, sameSite: "Strict" }]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(new URL(path, api).href);
  return { page, errors };
}

export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(screenshotFolder, { recursive: true });
  // Charts and values move for a moment when they appear.
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${screenshotFolder}${name}.png`, fullPage: true });
}

/** How far the page is wider than its window: people would have to scroll sideways. */
export function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** The number that an element shows, written in French; undefined where nothing is known. */
export async function shownNumber(page: Page, testId: string): Promise<number | undefined> {
  const text = (await page.getByTestId(testId).first().textContent()) ?? "";
  const number = Number(text.replaceAll(/[\s\u202f\u00a0]/g, "").replace(",", "."));
  return text === "–" || Number.isNaN(number) ? undefined : number;
}
