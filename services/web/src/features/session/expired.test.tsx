import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Answer, fakeApi } from "../../testing/fake-api.ts";
import { renderPortal } from "../../testing/render-portal.tsx";
import { admin, louviers, problemOf, school } from "../../testing/samples.ts";

const building = {
  ...school,
  organisation: louviers,
  site: { id: school.id, name: "Centre" },
  use: "school",
  heatingEnergy: "gas",
  timeZone: "Europe/Paris",
  floorAreaM2: null,
  simulated: false,
  zones: [],
  points: [],
  meters: [],
  deviceCount: 0,
};

/** A stream that a test can refuse. */
class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: FakeStream[] = [];
  readyState = 0;
  constructor() {
    super();
    FakeStream.opened.push(this);
  }
  close() {}
  refuse() {
    this.readyState = FakeStream.CLOSED;
    this.dispatchEvent(new Event("error"));
  }
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a session that ends while a building is looked at", () => {
  it("is noticed when the live stream is refused, and leads to the door and back", async () => {
    let inside = true;
    vi.stubGlobal("EventSource", FakeStream);
    fakeApi({
      "GET /me": () => (inside ? admin : new Answer(401, problemOf("not_signed_in", 401))),
      [`GET /buildings/${school.id}`]: building,
      "GET /jobs": { items: [], nextCursor: null },
      "GET /sign-in/ways": { password: true, provider: null },
    });
    const { at } = await renderPortal(`/buildings/${school.id}`);
    await screen.findByRole("heading", { level: 1, name: school.name });
    inside = false;
    act(() => FakeStream.opened.at(-1)?.refuse());
    await screen.findByRole("heading", { level: 1, name: "Connexion" });
    expect(new URL(at(), "http://portal.test").searchParams.get("suite")).toBe(`/buildings/${school.id}`);
  });
});
