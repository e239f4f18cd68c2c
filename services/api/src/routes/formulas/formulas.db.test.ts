import type { RegisterFormula } from "@gtb/contracts/formulas";
import type { Meter } from "@gtb/contracts/meters";
import type { Problem } from "@gtb/contracts/problem";
import type { Register } from "@gtb/contracts/registers";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const building = await world.building(await world.site(await world.commune()));
const foreignBuilding = await world.building(await world.site(await world.commune("Louviers")));
const createMetered = async (at = building) => {
  const meter = await world.meter(at);
  return { meter, register: await world.register(meter) };
};
const main = await createMetered();
const kitchen = await createMetered();
const rest = {
  building,
  name: "Hors cuisine",
  energy: "electricity",
  endUse: "other",
  expression: { op: "difference", from: { meter: main.meter }, minus: [{ register: kitchen.register }] },
};
const march = "2026-03-01T00:00:00.000Z";
const formulas = (register: string) => `/registers/${register}/formulas`;
const asked = async (register: string | undefined) =>
  (
    await api.pool.query(
      "select from job where kind = 'recompute' and dedupe_key = (select id::text from register where uuid = $1)",
      [register],
    )
  ).rowCount;

test("a virtual meter comes with its formula in one call, is not counted unless asked, and is computed", async () => {
  const { status, body } = await api.post<Meter>("/virtual-meters", rest);
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: "Hors cuisine", counted: false, endUse: "other", serialNumber: null });
  const [register] = body.registers;
  expect(register).toMatchObject({ kind: "virtual", quantity: "active-energy", unit: "kW.h", point: null });
  expect(await asked(register?.id)).toBe(1);
  const { items } = (await api.get<{ items: RegisterFormula[] }>(formulas(register?.id ?? ""))).body;
  expect(items).toMatchObject([{ expression: rest.expression, validFrom: null, validTo: null, knownTo: null }]);
});

test("another formula from an hour on leaves what was before, and what was believed stays readable", async () => {
  const { body } = await api.post<Meter>("/virtual-meters", rest);
  const url = formulas(body.registers[0]?.id ?? "");
  const expression = { op: "sum", of: [{ meter: main.meter }, { meter: kitchen.meter }] };
  const after = await api.post<{ items: RegisterFormula[] }>(url, { expression, validFrom: march });
  expect(after.status).toBe(201);
  const periods = after.body.items.map((item) => [
    item.expression,
    item.validFrom,
    item.validTo,
    item.knownTo === null,
  ]);
  expect(periods).toEqual([
    [expression, march, null, true],
    [rest.expression, null, march, true],
    [rest.expression, null, null, false],
  ]);
  const minute = { expression, validFrom: "2026-03-01T00:10:00Z" };
  expect((await api.post<Problem>(url, minute)).status).toBe(400);
});

test("a formula that goes round in circles is refused, through others too, and leaves nothing behind", async () => {
  const first = (await api.post<Meter>("/virtual-meters", rest)).body;
  const second = (
    await api.post<Meter>("/virtual-meters", {
      ...rest,
      name: "Repas",
      expression: { op: "sum", of: [{ meter: first.id }] },
    })
  ).body;
  const url = formulas(first.registers[0]?.id ?? "");
  const refused = await api.post<Problem>(url, { expression: { op: "sum", of: [{ meter: second.id }] } });
  expect(refused).toMatchObject({ status: 422, body: { code: "formula_cycle" } });
  expect(refused.body.messageFr).toContain("tourne en rond");
  expect(refused.body.detail).toBe("The formula goes round through: Hors cuisine, Repas.");
  expect((await api.get<{ items: unknown[] }>(url)).body.items).toHaveLength(1);
});

test("what is another organisation's, a part above its whole, an unknown unit and a reading register are refused", async () => {
  const foreign = await createMetered(foreignBuilding);
  const ask = (change: object) => api.post<Problem>("/virtual-meters", { ...rest, ...change });
  expect(await ask({ expression: { meter: foreign.meter } })).toMatchObject({
    status: 422,
    body: { code: "unknown_reference" },
  });
  const share = { op: "share", of: { meter: main.meter }, part: 1200, whole: 1000 };
  expect((await ask({ expression: share })).body.errors).toMatchObject([{ path: "body.expression.part" }]);
  expect((await ask({ expression: { op: "sum", of: [] } })).status).toBe(400);
  expect((await ask({ unit: "L" })).body.code).toBe("unit_does_not_fit");
  expect((await api.post<Problem>(formulas(main.register), { expression: { meter: kitchen.meter } })).status).toBe(422);
  const { rows } = await api.pool.query(
    "select from meter where name = 'Hors cuisine' and not exists (select from register r where r.meter_id = meter.id)",
  );
  expect(rows).toEqual([]);
});

test("of two sources of one meter the preferred one is counted through a register that is counted instead", async () => {
  const { meter, register } = await createMetered();
  const curve = await world.register(meter, { name: "Courbe", kind: "interval" });
  const { status, body } = await api.post<Register>("/virtual-registers", {
    meter,
    name: "Retenu",
    expression: { op: "prefer", of: [{ register: curve }, { register }] },
    insteadOfInputs: true,
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({ kind: "virtual", counted: true });
  const { registers } = (await api.get<Meter>(`/meters/${meter}`)).body;
  expect(registers.filter(({ counted }) => counted).map(({ id }) => id)).toEqual([body.id]);
});

test("a meter's parent, end use and whether it counts can be mended; it is never below itself", async () => {
  const edit = async (id: string, change: object) => {
    const { headers } = await api.get<Meter>(`/meters/${id}`);
    return api.patch<Meter & Problem>(`/meters/${id}`, change, { "if-match": String(headers["etag"]) });
  };
  const changed = await edit(kitchen.meter, { parent: main.meter, endUse: "cooking", counted: false });
  expect(changed.body).toMatchObject({ parent: main.meter, endUse: "cooking", counted: false });
  expect(await edit(main.meter, { parent: kitchen.meter })).toMatchObject({
    status: 422,
    body: { code: "meter_cycle" },
  });
  const foreign = await createMetered(foreignBuilding);
  expect(await edit(main.meter, { parent: foreign.meter })).toMatchObject({ body: { code: "unknown_reference" } });
  expect((await edit(kitchen.meter, { parent: null })).body).toMatchObject({ parent: null, endUse: "cooking" });
});
