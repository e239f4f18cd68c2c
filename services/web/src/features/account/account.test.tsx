import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Answer, fakeApi, type Reply } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, problemOf, school } from "../../testing/samples.ts";

const session = {
  id: school.id,
  current: true,
  createdAt: "2026-11-24T08:00:00Z",
  lastSeenAt: "2026-11-25T08:00:00Z",
  ip: "192.0.2.7",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
};
const phone = { ...session, id: admin.id, current: false, userAgent: "Mozilla/5.0 (Android 15; Mobile) Firefox/145.0" };
const token = {
  id: school.id,
  name: "Tableur",
  hint: "gtb_ab12cd",
  scopes: ["data:read"],
  createdAt: "2026-11-24T08:00:00Z",
  expiresAt: "2027-02-22T08:00:00Z",
  lastUsedAt: null,
};

function api(more: Readonly<Record<string, Reply>> = {}) {
  return fakeApi({
    "GET /me": admin,
    "PATCH /me": admin,
    "GET /me/sessions": { items: [session, phone] },
    "GET /api-tokens": { items: [token] },
    "GET /sign-in/ways": { password: true, provider: null },
    "POST /sign-out": { done: true },
    ...more,
  });
}

const forged = new Answer(403, problemOf("forged_request", 403));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the account", () => {
  it("changes name and language, with the CSRF token of the session", async () => {
    const seen = api();
    await renderPortal("/compte");
    const name = await screen.findByLabelText(/Prénom et nom/);
    await userEvent.clear(name);
    await userEvent.type(name, "Camille Durand");
    await userEvent.selectOptions(screen.getByLabelText("Langue", { selector: "select" }), "English");
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect(await screen.findByText("Changes saved.")).toBeTruthy();
    const sent = seen.find(({ route }) => route === "PATCH /me");
    expect(sent?.body).toEqual({ name: "Camille Durand", locale: "en" });
    expect(sent?.headers.get("x-csrf-token")).toBe("csrf-of-camille");
  });
  it("asks for a new CSRF token, once, when another tab has one", async () => {
    let csrfToken = "old";
    const seen = api({
      "GET /me": () => ({ ...admin, csrfToken }),
      "POST /me/password": ({ headers }) => {
        csrfToken = "new";
        return headers.get("x-csrf-token") === csrfToken ? { done: true } : forged;
      },
    });
    await renderPortal("/compte");
    await userEvent.type(await screen.findByLabelText(/Mot de passe actuel/), "l'ancien mot de passe");
    await userEvent.type(screen.getByLabelText(/Nouveau mot de passe/), "une phrase bien longue");
    await userEvent.click(screen.getByRole("button", { name: "Changer le mot de passe" }));
    expect(await screen.findByText("Mot de passe changé.")).toBeTruthy();
    expect(seen.filter(({ route }) => route === "POST /me/password")).toHaveLength(2);
  });
  it("sets up a second factor with a QR code drawn here, and a code of it", async () => {
    let on = false;
    const seen = api({
      "GET /me": () => ({ ...admin, secondFactor: on }),
      "POST /me/second-factor": {
        secret: "JBSWY3DPEHPK3PXP",
        url: "otpauth://totp/GTB:camille?secret=JBSWY3DPEHPK3PXP",
      },
      "POST /me/second-factor/confirm": () => {
        on = true;
        return { done: true };
      },
    });
    await renderPortal("/compte");
    await userEvent.click(await screen.findByRole("button", { name: "Activer" }));
    expect((await screen.findByRole("img", { name: /Code QR/ })).querySelector("path")?.getAttribute("d")).toMatch(
      /^M/,
    );
    expect(screen.getByText("JBSW Y3DP EHPK 3PXP")).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/Code à six chiffres/), "123456");
    await userEvent.click(screen.getByRole("button", { name: "Confirmer" }));
    expect(await screen.findByText(/^Activée/)).toBeTruthy();
    expect(seen.find(({ route }) => route.endsWith("/confirm"))?.body).toEqual({ code: "123456" });
  });
  it("gives its second factor up for a last code", async () => {
    const seen = api({ "GET /me": { ...admin, secondFactor: true }, "DELETE /me/second-factor": { done: true } });
    await renderPortal("/compte");
    await userEvent.click(await screen.findByRole("button", { name: "Désactiver la double authentification" }));
    await userEvent.type(await screen.findByLabelText(/Code à six chiffres/), "123456");
    await userEvent.click(screen.getByRole("button", { name: "Confirmer" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(seen.find(({ route }) => route === "DELETE /me/second-factor")?.body).toEqual({ code: "123456" });
  });
  it("signs out everywhere: the other places, then this one", async () => {
    const seen = api({ [`DELETE /me/sessions/${phone.id}`]: { done: true } });
    const { at } = await renderPortal("/compte");
    await userEvent.click(await screen.findByRole("button", { name: "Se déconnecter partout" }));
    await waitFor(() => expect(at()).toBe("/connexion"));
    const changes = seen.map(({ route }) => route).filter((route) => !route.startsWith("GET"));
    expect(changes).toEqual([`DELETE /me/sessions/${phone.id}`, "POST /sign-out"]);
  });
});

describe("API tokens", () => {
  it("show their secret once, to be copied, and never again", async () => {
    const secret = "gtb_the-secret-that-nobody-else-sees";
    const seen = api({ "POST /api-tokens": { ...token, secret } });
    const user = userEvent.setup();
    await renderPortal("/compte");
    await user.click(await screen.findByRole("button", { name: "Créer un jeton" }));
    const dialog = await screen.findByRole("dialog", { name: "Créer un jeton" });
    await user.type(within(dialog).getByLabelText(/^Nom/), "Tableur");
    await user.click(within(dialog).getByLabelText("Voir les bâtiments, les consommations et les mesures"));
    await user.selectOptions(within(dialog).getByLabelText("Durée"), "30 jours");
    await user.click(within(dialog).getByRole("button", { name: "Créer" }));
    expect((await within(dialog).findByTestId("token-secret")).textContent).toBe(secret);
    expect(seen.find(({ route }) => route === "POST /api-tokens")?.body).toEqual({
      name: "Tableur",
      scopes: ["data:read"],
      expiresInDays: 30,
    });
    await user.click(within(dialog).getByRole("button", { name: "Copier" }));
    expect(await navigator.clipboard.readText()).toBe(secret);
    expect(await within(dialog).findByText("Copié.")).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Je l’ai gardé" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Créer un jeton" }));
    expect(await screen.findByLabelText(/^Nom/)).toBeTruthy();
    expect(document.body.textContent).not.toContain(secret);
  });
  it("are withdrawn after a question", async () => {
    const seen = api({ [`DELETE /api-tokens/${token.id}`]: { done: true } });
    await renderPortal("/compte");
    await userEvent.click(await screen.findByRole("button", { name: "Révoquer le jeton Tableur" }));
    await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Révoquer" }));
    await waitFor(() => expect(seen.some(({ route }) => route === `DELETE /api-tokens/${token.id}`)).toBe(true));
  });
});
