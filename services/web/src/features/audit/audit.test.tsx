import type { AuditEvent } from "@gtb/contracts/audit";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, louviers, organisations, reader, school, technician } from "../../testing/samples.ts";

const event: AuditEvent = {
  id: "00000000-0000-4000-8000-000000000051",
  at: "2026-11-25T08:00:00Z",
  actor: { id: technician.id, name: "Dominique Roy" },
  via: "session",
  ip: "192.0.2.7",
  requestId: "req-4",
  action: "changed",
  object: { kind: "building", ...school },
  organisation: louviers,
  before: { name: "École", heated: false },
  after: { name: "École Jean-Moulin", heated: true },
  erased: false,
};

function api(events: readonly AuditEvent[] = [event]) {
  return fakeApi({
    "GET /me": admin,
    "GET /organisations": organisations,
    "GET /users": { items: [technician], nextCursor: null },
    "GET /audit": ({ query }) => ({
      items: query.has("cursor") ? [{ ...event, id: admin.id, erased: true, before: null, after: null }] : events,
      nextCursor: query.has("cursor") ? null : "next",
    }),
  });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the audit", () => {
  it("says who did what to what, before and after, and from where", async () => {
    api();
    await renderPortal("/audit");
    const row = await screen.findByTestId("audit-row");
    for (const text of [
      "Dominique Roy",
      "portail · 192.0.2.7",
      "Modification",
      "Bâtiment",
      "École Jean-Moulin",
      "Louviers",
    ])
      expect(row.textContent).toContain(text);
    const [name, heated] = row.querySelectorAll("dd");
    expect(name?.textContent).toBe("avant : École → après : École Jean-Moulin");
    expect(heated?.textContent).toBe("avant : Non → après : Oui");
  });
  it("goes on page after page, and says where personal data were erased", async () => {
    api();
    await renderPortal("/audit");
    await userEvent.click(await screen.findByRole("button", { name: "Afficher la suite" }));
    expect(await screen.findByText("Données personnelles effacées")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Afficher la suite" })).toBeNull();
  });
  it("is searched by person, kind, organisation and period, in the address", async () => {
    const seen = api();
    const { at } = await renderPortal("/audit");
    await userEvent.click(await screen.findByRole("button", { name: "Dominique Roy" }));
    await userEvent.selectOptions(screen.getByLabelText("Objet"), "Bâtiment");
    await userEvent.selectOptions(screen.getByLabelText("Collectivité"), "Louviers");
    fireEvent.change(screen.getByLabelText("Du"), { target: { value: "2026-11-24" } });
    fireEvent.change(screen.getByLabelText("Au"), { target: { value: "2026-11-25" } });
    await waitFor(() => expect(at()).toContain("to=2026-11-25"));
    await waitFor(() => {
      const { query } = seen.filter(({ route }) => route === "GET /audit").at(-1)!;
      expect(query.get("actor")).toBe(technician.id);
      expect(query.get("kind")).toBe("building");
      expect(query.get("organisation")).toBe(louviers.id);
      const hours = (Date.parse(query.get("to") ?? "") - Date.parse(query.get("from") ?? "")) / 3_600_000;
      expect(hours).toBe(48);
    });
    await userEvent.click(screen.getByRole("button", { name: "Effacer les filtres" }));
    await waitFor(() => expect(at()).toBe(`/audit?organisation=${louviers.id}`));
  });
  it("is for nobody without the right", async () => {
    const seen = fakeApi({ "GET /me": reader });
    await renderPortal("/audit");
    expect(await screen.findByText("Cette page n’est pas ouverte à votre rôle")).toBeTruthy();
    expect(new Set(seen.map(({ route }) => route))).toEqual(new Set(["GET /me"]));
  });
});
