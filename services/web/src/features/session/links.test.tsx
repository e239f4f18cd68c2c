import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Answer, fakeApi } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { problemOf } from "../../testing/samples.ts";

const token = "a-token-that-came-by-mail";
const preview = { email: "nouvelle@louviers.example", organisation: "Louviers", role: "reader", hasAccount: false };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("an invitation", () => {
  it("is accepted with a name and a password by who has no account", async () => {
    const seen = fakeApi({ "POST /invitations/preview": preview, "POST /invitations/accept": { done: true } });
    await renderPortal(`/invitation?jeton=${token}`);
    expect(await screen.findByText("Louviers vous invite, avec le rôle : Lecture seule.")).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/Prénom et nom/), "Alex Morel");
    await userEvent.type(screen.getByLabelText(/^Mot de passe/), "une phrase bien longue");
    await userEvent.click(screen.getByRole("button", { name: "Accepter l’invitation" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Vous pouvez maintenant vous connecter");
    expect(seen.at(-1)?.body).toEqual({ token, name: "Alex Morel", password: "une phrase bien longue" });
  });
  it("is just accepted by who has one", async () => {
    const reply = { ...preview, hasAccount: true };
    const seen = fakeApi({ "POST /invitations/preview": reply, "POST /invitations/accept": { done: true } });
    await renderPortal(`/invitation?jeton=${token}`);
    await userEvent.click(await screen.findByRole("button", { name: "Accepter l’invitation" }));
    await screen.findByRole("alert");
    expect(seen.at(-1)?.body).toEqual({ token });
  });
  it("that is over says so", async () => {
    const over = problemOf("link_not_valid", 410, "Ce lien n’est plus valable.");
    fakeApi({ "POST /invitations/preview": new Answer(410, over) });
    await renderPortal(`/invitation?jeton=${token}`);
    expect((await screen.findByRole("alert")).textContent).toContain("Ce lien n’est plus valable.");
  });
});

describe("a forgotten password", () => {
  it("is asked for by address, without telling whether there is an account", async () => {
    const seen = fakeApi({ "POST /password-resets": { done: true } });
    await renderPortal("/mot-de-passe");
    await userEvent.type(await screen.findByLabelText(/Adresse électronique/), "qui@louviers.example");
    await userEvent.click(screen.getByRole("button", { name: "Envoyer le lien" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Si un compte existe pour qui@louviers.example");
    expect(seen.at(-1)?.body).toEqual({ email: "qui@louviers.example" });
  });
  it("is replaced with the link of the mail; a weak one is refused in French", async () => {
    const weak = problemOf("weak_password", 400, "Ce mot de passe est trop facile à deviner.");
    const seen = fakeApi({
      "POST /password-resets/complete": ({ body }) =>
        (body as { password: string }).password.includes("azerty") ? new Answer(400, weak) : { done: true },
    });
    await renderPortal(`/mot-de-passe?jeton=${token}`);
    const field = await screen.findByLabelText(/^Nouveau mot de passe/);
    await userEvent.type(field, "azertyazerty");
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect((await screen.findByRole("alert")).textContent).toBe("Ce mot de passe est trop facile à deviner.");
    await userEvent.clear(field);
    await userEvent.type(field, "une phrase bien longue");
    await userEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect(await screen.findByText(/Votre mot de passe est enregistré/)).toBeTruthy();
    expect(seen.at(-1)?.body).toEqual({ token, password: "une phrase bien longue" });
  });
});
