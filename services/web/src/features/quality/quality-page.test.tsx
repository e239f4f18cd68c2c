import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeApi } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { louviers, reader, school } from "../../testing/samples.ts";

const uuid = (digits: number) => `00000000-0000-4000-8000-${String(digits).padStart(12, "0")}`;

function register(id: number, name: string, figures: object) {
  return {
    register: uuid(400 + id),
    registerName: "Index",
    meter: { id: uuid(500 + id), name },
    building: school,
    energy: "gas",
    measuredShare: 1,
    estimatedShare: 0,
    missingShare: 0,
    reasons: [],
    lastReadingAt: new Date().toISOString(),
    missingSince: null,
    missingDays: 0,
    breaks: 0,
    ...figures,
  };
}

function api(items: object[]) {
  const shares = { measuredShare: 0.8, estimatedShare: 0, missingShare: 0.2, breaks: 1 };
  return fakeApi({
    "GET /me": reader,
    [`GET /organisations/${louviers.id}/data-quality`]: ({ query }) => ({
      organisation: louviers.id,
      from: query.get("from"),
      to: query.get("to"),
      ...shares,
      items,
    }),
  });
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the page of data quality", () => {
  const silent = { measuredShare: 0.4, missingShare: 0.6, reasons: ["nothingHeard"], lastReadingAt: null };
  it("says in a sentence what to do, and lists what needs it, with why", async () => {
    api([
      register(1, "Gaz", { ...silent, missingSince: "2026-11-02T10:00:00Z" }),
      register(2, "Cuisine", { breaks: 2 }),
      register(3, "Général", {}),
    ]);
    await renderPortal("/qualite");
    expect(await screen.findByText("1 compteur n’envoie plus rien : capteur à vérifier")).toBeTruthy();
    const rows = screen.getAllByTestId("quality-row");
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toContain("Pourquoi : aucun relevé reçu.");
    const explain = screen.getByRole("link", { name: /Expliquer 2 baisses/ });
    expect(explain.getAttribute("href")).toBe(`/meters/${uuid(502)}`);
    await userEvent.click(screen.getByRole("button", { name: /Montrer aussi 1 compteur/ }));
    expect(screen.getAllByTestId("quality-row")).toHaveLength(3);
  });
  it("says that there is nothing to do", async () => {
    api([register(3, "Général", {})]);
    await renderPortal("/qualite");
    expect(await screen.findByText(/Rien à faire : tous les compteurs sont suivis/)).toBeTruthy();
  });
});
