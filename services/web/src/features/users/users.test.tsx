import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Answer, fakeApi, type Reply } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import {
  admin,
  emptyPage,
  invitation,
  louviers,
  organisations,
  problemOf,
  school,
  technician,
} from "../../testing/samples.ts";

const building = {
  ...school,
  organisation: louviers,
  site: { id: school.id, name: "Centre" },
  use: "school",
  heatingEnergy: "gas",
  timeZone: "Europe/Paris",
  floorAreaM2: null,
  simulated: false,
  deviceCount: 0,
  lastReadingAt: null,
  weeks: [],
};

function api(more: Readonly<Record<string, Reply>> = {}) {
  return fakeApi({
    "GET /me": admin,
    "GET /users": { items: [technician], nextCursor: null },
    "GET /invitations": { items: [invitation], nextCursor: null },
    "GET /organisations": organisations,
    "GET /buildings": { items: [building], nextCursor: null },
    ...more,
  });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("users", () => {
  it("are listed with their roles, buildings and state; a search is asked of the API", async () => {
    const seen = api();
    await renderPortal("/utilisateurs");
    const card = await screen.findByTestId("user-card");
    for (const text of ["Dominique Roy", "Technique", "Louviers", "École Jean-Moulin", "Double authentification"])
      expect(card.textContent).toContain(text);
    await userEvent.type(screen.getByRole("searchbox"), "roy");
    await waitFor(() => expect(seen.some(({ query }) => query.get("search") === "roy")).toBe(true));
  });
  it("are invited to a role, for some buildings, and the page says so", async () => {
    const seen = api({ "POST /invitations": invitation });
    await renderPortal("/utilisateurs");
    await userEvent.click(await screen.findByRole("button", { name: "Inviter quelqu’un" }));
    const dialog = await screen.findByRole("dialog", { name: "Inviter quelqu’un" });
    await userEvent.type(within(dialog).getByLabelText(/Adresse électronique/), "nouvelle@louviers.example");
    await within(dialog).findByRole("option", { name: "Louviers" });
    await userEvent.selectOptions(within(dialog).getByLabelText(/Collectivité/), "Louviers");
    const roles = within(within(dialog).getByLabelText(/Rôle/))
      .getAllByRole("option")
      .map(({ textContent }) => textContent);
    expect(roles).not.toContain("Administration de l’agence");
    await userEvent.selectOptions(within(dialog).getByLabelText(/Rôle/), "Technique");
    expect(dialog.textContent).toContain("Voir les bâtiments, les consommations et les mesures");
    await userEvent.click(within(dialog).getByLabelText("Tous les bâtiments"));
    await userEvent.click(await within(dialog).findByLabelText("École Jean-Moulin"));
    await userEvent.click(within(dialog).getByRole("button", { name: "Envoyer l’invitation" }));
    expect(await screen.findByText("Invitation envoyée à nouvelle@louviers.example.")).toBeTruthy();
    const sent = seen.find(({ route }) => route === "POST /invitations");
    expect(sent?.body).toEqual({
      email: "nouvelle@louviers.example",
      organisation: louviers.id,
      role: "technician",
      buildings: [school.id],
    });
    expect(sent?.headers.get("x-csrf-token")).toBe("csrf-of-camille");
  });
  it("lose a role only after a question, and what the API refuses is said there", async () => {
    const roleId = technician.roles[0]!.id;
    const refusal = problemOf("forbidden", 403, "Vos droits ne permettent pas cette action.");
    const seen = api({ [`DELETE /roles/${roleId}`]: new Answer(403, refusal) });
    await renderPortal("/utilisateurs");
    await userEvent.click(await screen.findByRole("button", { name: /^Retirer le rôle Technique/ }));
    const dialog = await screen.findByRole("dialog", { name: "Retirer ce rôle ?" });
    expect(seen.some(({ route }) => route.startsWith("DELETE"))).toBe(false);
    await userEvent.click(within(dialog).getByRole("button", { name: "Retirer" }));
    expect((await within(dialog).findByRole("alert")).textContent).toContain("Vos droits ne permettent pas");
  });
  it("are disabled as they are now, and the keyboard goes on from there", async () => {
    const path = `/users/${technician.id}`;
    const seen = api({ [`GET ${path}`]: technician, [`PATCH ${path}`]: { ...technician, disabled: true } });
    await renderPortal("/utilisateurs");
    const button = await screen.findByRole("button", { name: "Désactiver le compte de Dominique Roy" });
    await userEvent.click(button);
    await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Désactiver" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const sent = seen.find(({ route }) => route === `PATCH ${path}`);
    expect(sent?.body).toEqual({ disabled: true });
    expect(sent?.headers.get("if-match")).toBe('"tag"');
    await waitFor(() => expect(document.activeElement).toBe(button));
  });
});

describe("invitations", () => {
  it("can be withdrawn while they wait", async () => {
    const path = `DELETE /invitations/${invitation.id}`;
    const seen = api({ [path]: { done: true }, "GET /users": emptyPage });
    await renderPortal("/utilisateurs");
    await userEvent.click(
      await screen.findByRole("button", { name: "Annuler l’invitation de nouvelle@louviers.example" }),
    );
    const dialog = await screen.findByRole("dialog", { name: "Annuler cette invitation ?" });
    await userEvent.click(within(dialog).getAllByRole("button", { name: "Annuler" }).at(-1)!);
    await waitFor(() => expect(seen.some(({ route }) => route === path)).toBe(true));
  });
});
