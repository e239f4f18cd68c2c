import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Answer, fakeApi, type Reply, type SeenRequest } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, emptyPage, evreux, louviers, problemOf, reader } from "../../testing/samples.ts";

const refused = new Answer(401, problemOf("not_signed_in", 401));
const ways = { password: true, provider: null };

/** An API where one signs in with any password; `entry` says otherwise. */
function door(entry: (request: SeenRequest) => Reply = () => admin) {
  let inside = false;
  const guarded = (reply: unknown) => () => (inside ? reply : refused);
  return fakeApi({
    "GET /me": guarded(admin),
    "GET /sign-in/ways": ways,
    "GET /buildings": guarded(emptyPage),
    "GET /jobs": guarded(emptyPage),
    "GET /devices": guarded(emptyPage),
    "POST /sign-out": () => {
      inside = false;
      return { done: true };
    },
    "POST /sign-in": (request: SeenRequest) => {
      const reply = entry(request);
      inside = !(reply instanceof Answer);
      return reply;
    },
  });
}

async function giveCredentials() {
  await userEvent.type(await screen.findByLabelText(/Adresse électronique/), "camille.martin@louviers.example");
  await userEvent.type(screen.getByLabelText(/^Mot de passe/), "une phrase bien longue");
  await userEvent.click(screen.getByRole("button", { name: "Se connecter" }));
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("signing in", () => {
  it("leads whoever is not signed in to the door, and then to where they were going", async () => {
    door();
    const { at } = await renderPortal("/devices?state=silent");
    await giveCredentials();
    await screen.findByRole("heading", { level: 1, name: "Capteurs" });
    expect(at()).toBe("/devices?state=silent");
    expect(screen.getByRole("button", { name: "Menu de Camille Martin" })).toBeTruthy();
  });
  it("leads to no other site", async () => {
    door();
    const { at } = await renderPortal("/connexion?suite=//evil.example/");
    await giveCredentials();
    await screen.findByRole("heading", { level: 1, name: "Bâtiments" });
    expect(at()).toBe("/");
  });
  it("says in French why it was refused, and keeps what was typed", async () => {
    door(() => new Answer(401, problemOf("wrong_credentials", 401, "Adresse ou mot de passe incorrect.")));
    await renderPortal("/connexion");
    await giveCredentials();
    expect((await screen.findByRole("alert")).textContent).toBe("Adresse ou mot de passe incorrect.");
    expect(screen.getByLabelText<HTMLInputElement>(/Adresse électronique/).value).toContain("camille");
  });
  it("asks for a code once the API does, and says when it is wrong", async () => {
    const needed = new Answer(401, problemOf("second_factor_needed", 401, "Entrez le code."));
    const wrong = new Answer(401, problemOf("wrong_code", 401, "Ce code n’est pas le bon."));
    const seen = door(({ body }) => {
      const { code } = body as { code: string | null };
      return code === "123456" ? admin : code === null ? needed : wrong;
    });
    await renderPortal("/connexion");
    await giveCredentials();
    const field = await screen.findByLabelText(/Code à six chiffres/);
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole("alert")).toBeNull();
    await userEvent.type(field, "999 999");
    await userEvent.click(screen.getByRole("button", { name: "Se connecter" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Ce code n’est pas le bon");
    await userEvent.clear(field);
    await userEvent.type(field, "123456");
    await userEvent.click(screen.getByRole("button", { name: "Se connecter" }));
    await screen.findByRole("heading", { level: 1, name: "Bâtiments" });
    const codes = seen
      .filter(({ route }) => route === "POST /sign-in")
      .map(({ body }) => (body as { code: unknown }).code);
    expect(codes).toEqual([null, "999999", "123456"]);
  });
  it("says when the agency's provider did not let in", async () => {
    fakeApi({ "GET /sign-in/ways": { password: true, provider: "ProConnect" } });
    await renderPortal("/connexion?probleme=provider_refused");
    expect((await screen.findByRole("alert")).textContent).toContain("fournisseur d’identité n’a pas abouti");
  });
  it("goes by the agency's provider where there is one, and comes back", async () => {
    fakeApi({ "GET /sign-in/ways": { password: true, provider: "ProConnect" } });
    await renderPortal("/connexion?suite=/devices");
    const link = await screen.findByRole("link", { name: "Se connecter avec ProConnect" });
    expect(link.getAttribute("href")).toBe("/api/v1/oidc/start?next=%2Fdevices");
  });
});

describe("who is signed in", () => {
  it("signs out from the header, with the session's CSRF token, and sees nothing more", async () => {
    const seen = door();
    const { at } = await renderPortal("/connexion");
    await giveCredentials();
    await userEvent.click(await screen.findByRole("button", { name: "Menu de Camille Martin" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Se déconnecter" }));
    await screen.findByRole("heading", { level: 1, name: "Connexion" });
    expect(at()).toBe("/connexion");
    const signOut = seen.find(({ route }) => route === "POST /sign-out");
    expect(signOut?.headers.get("x-csrf-token")).toBe("csrf-of-camille");
  });
  it("is led by the navigation only to what they may use, and told so elsewhere", async () => {
    fakeApi({ "GET /me": reader });
    await renderPortal("/utilisateurs");
    expect(await screen.findByText("Cette page n’est pas ouverte à votre rôle")).toBeTruthy();
    const links = screen.getByRole("navigation", { name: "Navigation principale" }).querySelectorAll("a");
    expect([...links].map(({ textContent }) => textContent)).toEqual([
      "Bâtiments",
      "Comparatif",
      "Qualité",
      "Capteurs",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Plus" }));
    const more = await screen.findAllByRole("menuitem");
    expect(more.map(({ textContent }) => textContent)).toEqual([
      "Contrats et factures",
      "Facteurs CO₂ et énergie primaire",
      "Stations météo",
    ]);
  });
  it("chooses an organisation where there are several, and keeps it from page to page", async () => {
    const me = { ...admin, organisations: [evreux, louviers] };
    const seen = fakeApi({
      "GET /me": me,
      "GET /buildings": emptyPage,
      "GET /jobs": emptyPage,
      "GET /devices": emptyPage,
    });
    const { at } = await renderPortal("/");
    await userEvent.selectOptions(await screen.findByLabelText("Collectivité affichée"), "Évreux");
    await waitFor(() => expect(at()).toBe(`/?organisation=${evreux.id}`));
    await waitFor(() => expect(seen.at(-1)?.query.get("organisation")).toBe(evreux.id));
    await userEvent.click(screen.getByRole("link", { name: "Capteurs" }));
    await screen.findByRole("heading", { level: 1, name: "Capteurs" });
    expect(at()).toBe(`/devices?organisation=${evreux.id}`);
    await userEvent.selectOptions(screen.getByLabelText("Collectivité affichée"), "");
    await waitFor(() => expect(at()).toBe("/devices"));
  });
  it("has no choice of organisations where there is one", async () => {
    fakeApi({ "GET /me": admin, "GET /buildings": emptyPage, "GET /jobs": emptyPage });
    await renderPortal("/");
    await screen.findByRole("button", { name: "Menu de Camille Martin" });
    expect(screen.queryByLabelText("Collectivité affichée")).toBeNull();
  });
});
