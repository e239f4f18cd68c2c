import type { Point } from "@gtb/contracts/points";
import type { Problem } from "@gtb/contracts/problem";
import type { ReadingColumns } from "@gtb/contracts/readings";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillReadings } from "../../testing/time-series.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const site = await world.site(await world.commune());
const building = await world.building(site);
const zone = await world.zone(building, "Salle 1");
const point = await world.point(building, { zone });
const dense = await world.point(building, { name: "Dense" });

beforeAll(async () => {
  // 20.0, 20.1, … at every 10 minutes, with a hole from 12:00 to 14:00 UTC
  const valueSql = "20 + extract(epoch from time - '2026-11-20 10:00Z') / 6000";
  await fillReadings(api.pool, point, {
    from: "2026-11-20T10:00:00Z",
    to: "2026-11-20T12:00:00Z",
    step: "10 minutes",
    valueSql,
  });
  await fillReadings(api.pool, point, {
    from: "2026-11-20T14:00:00Z",
    to: "2026-11-20T15:00:00Z",
    step: "10 minutes",
    valueSql,
  });
  await fillReadings(api.pool, dense, {
    from: "2026-11-01T00:00:00Z",
    to: "2026-11-15T00:00:00Z",
    step: "1 minute",
    valueSql: "1",
  });
});

test("a point is created in its zone and read again", async () => {
  expect((await api.get<Point>(`/points/${point}`)).body).toMatchObject({
    id: point,
    building,
    zone: { id: zone, name: "Salle 1" },
    unit: "Cel",
  });
});

test("a unit that does not fit the quantity and a zone of another building are refused", async () => {
  const body = { building, name: "X", quantity: "temperature", unit: "kW.h", kind: "gauge" };
  expect(await api.post<Problem>("/points", body)).toMatchObject({ status: 422, body: { code: "unit_does_not_fit" } });
  const elsewhere = await world.zone(await world.building(site, { name: "Ailleurs" }), "Salle 1");
  const misplaced = await api.post<Problem>("/points", { ...body, unit: "Cel", zone: elsewhere });
  expect(misplaced).toMatchObject({ status: 422, body: { code: "unknown_reference" } });
});

test("readings come as stored, the end of the period not included", async () => {
  const { body } = await api.get<ReadingColumns>(
    `/points/${point}/readings?from=2026-11-20T10:00:00Z&to=2026-11-20T10:20:00Z`,
  );
  expect(body).toEqual({
    point,
    quantity: "temperature",
    unit: "Cel",
    kind: "gauge",
    timeZone: "Europe/Paris",
    bucket: null,
    aggregate: null,
    times: ["2026-11-20T10:00:00.000Z", "2026-11-20T10:10:00.000Z"],
    values: [20, 20.1],
    flags: [[], []],
  });
});

test("readings by hour: mean, smallest and largest; a bucket without readings is null", async () => {
  const { body } = await api.get<ReadingColumns>(
    `/points/${point}/readings?from=2026-11-20T11:30:00%2B00:00&to=2026-11-20T15:00:00Z&bucket=1h`,
  );
  expect(body.times[0]).toBe("2026-11-20T11:00:00.000Z");
  expect(body.counts).toEqual([6, 0, 0, 6]);
  expect(body.values[0]).toBeCloseTo(20.85, 6);
  expect(body.values.slice(1, 3)).toEqual([null, null]);
  expect(body.min![0]).toBeCloseTo(20.6, 6);
  expect(body.max![3]).toBeCloseTo(22.9, 6);
});

test("the day is the building's, and another aggregate can be asked for", async () => {
  const { body } = await api.get<ReadingColumns>(
    `/points/${point}/readings?from=2026-11-20T00:00:00Z&to=2026-11-20T20:00:00Z&bucket=1d&aggregate=last`,
  );
  expect(body).toMatchObject({ times: ["2026-11-19T23:00:00.000Z"], counts: [18], aggregate: "last" });
  expect(body.values[0]).toBeCloseTo(22.9, 6);
});

test("a reply that would be too large is refused with its bound and what to do", async () => {
  const days = (to: string) => `from=2026-11-01T00:00:00Z&to=${to}T00:00:00Z`;
  const raw = await api.get<Problem>(`/points/${dense}/readings?${days("2026-11-15")}`);
  expect(raw).toMatchObject({ status: 422, body: { code: "too_many_values" } });
  expect(raw.body.detail).toMatch(/20000.*bucket/);
  expect((await api.get<ReadingColumns>(`/points/${dense}/readings?${days("2026-11-14")}`)).body.times).toHaveLength(
    18_720,
  );
  const buckets = await api.get<Problem>(
    `/points/${dense}/readings?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&bucket=10m`,
  );
  expect(buckets).toMatchObject({ status: 422, body: { code: "too_many_values" } });
});

test("a wrong query names each field that is not right", async () => {
  const { status, body, headers } = await api.get<Problem>(
    `/points/${point}/readings?from=yesterday&to=2026-11-20T10:00:00Z&colour=red`,
  );
  expect(status).toBe(400);
  expect(headers["content-type"]).toContain("application/problem+json");
  expect(body).toMatchObject({ code: "invalid_request", status: 400, messageFr: "La demande est mal formée." });
  expect(body.errors.map((error) => error.path)).toContain("query.from");
  expect(body.detail).toContain("colour");
  const backwards = await api.get<Problem>(
    `/points/${point}/readings?from=2026-11-21T00:00:00Z&to=2026-11-20T10:00:00Z`,
  );
  expect(backwards.body.errors).toEqual([{ path: "query.to", message: "`to` must be later than `from`" }]);
});
