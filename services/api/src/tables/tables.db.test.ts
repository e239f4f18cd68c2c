import { fillOrganisation } from "@gtb/database/testing/full-organisation";
import { idsOf } from "@gtb/database/testing/organisation-rows";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../testing/api-under-test.ts";
import { documentOf, routesOf } from "../testing/openapi-routes.ts";
import { createTestUser } from "../testing/test-users.ts";

const api = await createApiUnderTest();
const ours = await fillOrganisation(api.pool, { mark: "Zqours", code: "27901", value: 1111.11 });
const ids = await idsOf(api.pool, ours.id);
const { token } = await createTestUser(api.pool, "organisation_admin", ours.id);
const routes = routesOf(await documentOf(api.app)).filter(
  ({ operation }) => operation.responses["200"]?.content?.["text/csv"] !== undefined,
);

/** What a question must name, by the end of its path. */
const wanted: Readonly<Record<string, string>> = {
  analysis: "from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z&by=month",
  consumption: "from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z&by=month",
  readings: "from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z&bucket=1d",
  "data-quality": "from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z",
  league: "from=2026-01&to=2026-12",
  days: "from=2026-01-01&to=2026-12-31",
  climate: "from=2026-01-01&to=2026-12-31",
};

const ask = (url: string, headers: Record<string, string> = {}) =>
  api.app.inject({ url, headers: { authorization: `Bearer ${token}`, ...headers } });

function urlOf(path: string, more: string): string {
  const named = path.replaceAll(/\{(\w+)Id\}/g, (_, kind: string) => ids.get(kind)?.[0] ?? `no ${kind}`);
  const query = wanted[path.split("/").at(-1) ?? ""] ?? "";
  return `${named}?${[query, more].filter(Boolean).join("&")}`;
}

test("every table of the API is to be had as a file", () => {
  const paths = routes.map(({ path }) => path);
  expect(paths.length).toBeGreaterThanOrEqual(18);
  for (const list of ["audit", "devices", "contracts", "invoices", "imports", "energy-factors"])
    expect(paths).toContain(`/api/v1/${list}`);
});

test.each(routes)("$name as a file", async ({ path }) => {
  const csv = await ask(urlOf(path, "format=csv&lang=fr"));
  expect(csv.statusCode, csv.body).toBe(200);
  expect(csv.headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
  expect(csv.headers["content-disposition"]).toMatch(/^attachment; filename="[ -~]+\.csv"; filename\*=UTF-8''/);
  expect(csv.body.startsWith("\uFEFF")).toBe(true);
  const header = csv.body.slice(1).split("\r\n")[0] ?? "";
  const xlsx = await ask(urlOf(path, "format=xlsx&lang=fr"));
  expect(xlsx.statusCode).toBe(200);
  const [sheet, about] = (await readXlsx(xlsx.rawPayload)).sheets;
  expect(sheet?.rows[0]?.join(";")).toBe(header.replaceAll('"', ""));
  expect(about?.name).toBe("À propos");
  expect(about?.rows.map(([label]) => label)).toEqual(
    expect.arrayContaining(["Établi le", "Fuseau horaire", "Lignes"]),
  );
});

test("a file has the rows of every page, whatever its `limit`", async () => {
  const asked = await ask("/api/v1/devices?limit=1");
  expect(asked.json<{ nextCursor: unknown }>().nextCursor).not.toBeNull();
  const file = await ask("/api/v1/devices?limit=1&format=csv&lang=en");
  const { items } = (await ask("/api/v1/devices")).json<{ items: unknown[] }>();
  expect(file.body.trimEnd().split("\r\n")).toHaveLength(items.length + 1);
});

test.each([
  ["fr-FR,fr;q=0.9,en;q=0.8", ";"],
  ["en-GB,en;q=0.9,fr;q=0.8", ","],
  ["de", ";"],
])("a browser that prefers %s gets its separator", async (wish, separator) => {
  const { body } = await ask("/api/v1/devices?format=csv", { "accept-language": wish });
  expect(body.split("\r\n")[0]).toMatch(new RegExp(`DevEUI${separator}`));
});

test("another format is refused, and so is one of a route that is no table", async () => {
  expect((await ask("/api/v1/devices?format=pdf")).statusCode).toBe(400);
  expect((await ask("/api/v1/me?format=csv")).statusCode).toBe(400);
});
