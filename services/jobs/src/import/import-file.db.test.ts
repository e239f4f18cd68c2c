import { gzipSync } from "node:zlib";
import type { ImportMapping, TimeRule } from "@gtb/domain/files-in/import-mapping";
import { beforeAll, expect, test } from "vitest";
import { importFileKind } from "../kinds/import-file.ts";
import { createMeteredWorld } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const kind = importFileKind(world.metrics);

interface Meter {
  readonly registerId: number;
  readonly register: string;
  readonly pointId: number;
}
const prm = "30001234567890";
let meter: Meter;

/** A meter at a delivery point with one interval register in kWh. */
async function createIntervalMeter(number: string): Promise<Meter> {
  const { registerId, pointId } = await world.createMeter();
  await world.pool.query(
    `with d as (insert into delivery_point (organisation_id, building_id, energy, number)
                select organisation_id, building_id, 'electricity', $2 from point where id = $3 returning id)
     update meter set delivery_point_id = (select id from d) where id = (select meter_id from register where id = $1)`,
    [registerId, number, pointId],
  );
  await world.pool.query("update register_parameter set unit_per_count = 0.5 where register_id = $1", [registerId]);
  return world.one(
    'update register set kind = \'interval\' where id = $1 returning id as "registerId", uuid as register, $2::bigint as "pointId"',
    [registerId, pointId],
  );
}

beforeAll(async () => {
  meter = await createIntervalMeter(prm);
});

const time: TimeRule = {
  columns: ["Horodate"],
  format: "iso",
  timeZone: "Europe/Paris",
  marks: "end",
  interval: { kind: "minutes", minutes: 30 },
};
const curve: ImportMapping = {
  sheet: null,
  encoding: "utf-8",
  delimiter: ";",
  decimal: ".",
  headerLine: 4,
  time,
  values: [
    {
      column: "Valeur",
      content: "power",
      unit: "W",
      target: { by: "cell", line: 2, column: 1, holds: "delivery-point", tariffClass: null },
    },
  ],
  estimated: null,
};

const head = (number = prm) => [
  "Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite",
  `${number};Courbe de charge;01/09/2025;02/09/2025;Energie active;Consommation;Comptage Brut;W`,
  "",
  "Horodate;Valeur",
];
const lines = (count: number, from = Date.UTC(2025, 8, 1), watt = (index: number) => index % 50) =>
  Array.from(
    { length: count },
    (_, index) => `${new Date(from + (index + 1) * 1_800_000).toISOString()};${watt(index)}`,
  );

async function bring(content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content);
  const { id } = await world.one<{ id: string }>(
    `insert into import_file (organisation_id, name, bytes) select id, 'courbe.csv', $1 from organisation returning uuid as id`,
    [bytes.length],
  );
  for (let at = 0, number = 0; at < bytes.length; at += 1000, number++)
    await world.pool.query(
      `insert into import_file_chunk (organisation_id, import_file_id, number, content)
       select organisation_id, id, $2, $3 from import_file where uuid = $1`,
      [id, number, bytes.subarray(at, at + 1000)],
    );
  return id;
}

interface EndedRun {
  readonly id: string;
  readonly lines: number;
  readonly refused: number;
  readonly inserted: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly error: string | null;
}

const runColumns = "r.uuid as id, r.lines, r.refused, r.inserted, r.superseded, r.unchanged, r.error";

async function ask(
  file: string,
  what: "check" | "import" | "undo",
  mapping: ImportMapping | null = curve,
): Promise<string> {
  const { id } = await world.one<{ id: string }>(
    `insert into import_run (organisation_id, import_file_id, kind, mapping)
     select organisation_id, id, $2, $3::jsonb from import_file where uuid = $1 returning uuid as id`,
    [file, what, mapping && JSON.stringify(mapping)],
  );
  return id;
}

async function run(
  file: string,
  what: "check" | "import" | "undo",
  mapping: ImportMapping | null = curve,
): Promise<EndedRun> {
  const id = await ask(file, what, what === "undo" ? null : mapping);
  await world.work(kind);
  return world.one(`select ${runColumns} from import_run r where uuid = $1`, [id]);
}

async function readingsOf(pointId: number): Promise<{ time: Date; value: number; quality: number }[]> {
  const { rows } = await world.pool.query(
    "select time, value, quality from reading where point_id = $1 order by time",
    [pointId],
  );
  return rows;
}

const counts = { refused: 0, superseded: 0, unchanged: 0, error: null };

test("a check tells all and stores nothing; the import stores it once; again it changes nothing; the undo takes it back", async () => {
  const file = await bring([...head(), ...lines(48, undefined, () => 1000)].join("\r\n"));
  const check = await run(file, "check");
  expect(check).toMatchObject({ ...counts, lines: 51, inserted: 48 });
  expect(await readingsOf(meter.pointId)).toEqual([]);
  expect(
    await world.one(
      "select t.* from import_run_target t join import_run r on r.id = t.import_run_id where r.uuid = $1",
      [check.id],
    ),
  ).toMatchObject({
    readings: 48,
    sum: 24,
    least: 0.5,
    greatest: 0.5,
    gaps: 0,
    from_time: new Date("2025-09-01T00:00:00Z"),
    to_time: new Date("2025-09-02T00:00:00Z"),
  });
  expect(await run(file, "import")).toMatchObject({ ...counts, inserted: 48 });
  const stored = await readingsOf(meter.pointId);
  // 0.5 kWh in half an hour are one count of 0.5 kWh; the first interval begins at a reading of nothing.
  expect(stored).toHaveLength(49);
  expect(stored[0]).toEqual({ time: new Date("2025-09-01T00:00:00Z"), value: 0, quality: 1 });
  expect(stored.slice(1).every(({ value, quality }) => value === 1 && quality === 0)).toBe(true);
  expect(await run(file, "import")).toMatchObject({ ...counts, inserted: 0, unchanged: 48 });
  expect(await run(file, "check")).toMatchObject({ ...counts, inserted: 0, unchanged: 48 });
  expect(await run(file, "undo")).toMatchObject({ inserted: 49, error: null });
  expect(await readingsOf(meter.pointId)).toEqual([]);
  expect(await world.one("select count(*) from reading_history where point_id = $1", [meter.pointId])).toEqual({
    count: 49,
  });
  expect(await run(file, "undo")).toMatchObject({ inserted: 0 });
});

test("an undo puts back what the import had taken the place of, and leaves what a person corrected", async () => {
  const other = await createIntervalMeter("30009999999999");
  const at = (index: number) => new Date(Date.UTC(2025, 8, 1) + (index + 1) * 1_800_000);
  await world.store(other.pointId, [
    [at(0), 7],
    [at(1), 8],
  ]);
  const file = await bring([...head("30009999999999"), ...lines(3, undefined, () => 1000)].join("\n"));
  expect(await run(file, "check")).toMatchObject({ inserted: 1, superseded: 2 });
  expect(await run(file, "import")).toMatchObject({ inserted: 1, superseded: 2 });
  await world.store(other.pointId, [[at(1), 42]], "correction");
  await run(file, "undo");
  expect((await readingsOf(other.pointId)).filter(({ quality }) => quality === 0)).toEqual([
    { time: at(0), value: 7, quality: 0 },
    { time: at(1), value: 42, quality: 0 },
  ]);
});

test("every refused line is kept with its number, its column and its reason, and the rest goes through", async () => {
  const bad = Array.from({ length: 60 }, (_, index) => `hier ${index};1`);
  const file = await bring(
    [...head(), ...lines(10, Date.UTC(2025, 9, 1)), ...bad, "2125-01-01T00:00:00Z;5"].join("\n"),
  );
  const { id, refused, inserted } = await run(file, "import");
  expect({ refused, inserted }).toEqual({ refused: 61, inserted: 10 });
  const { rows } = await world.pool.query(
    "select line, column_name, reason from import_refusal where import_run_id = (select id from import_run where uuid = $1) order by line",
    [id],
  );
  expect(rows).toHaveLength(61);
  expect(rows[0]).toEqual({
    line: 15,
    column_name: "Horodate",
    reason: expect.stringContaining("« hier 0 » n'est pas une date"),
  });
  expect(rows[60]).toEqual({ line: 75, column_name: "Valeur", reason: expect.stringContaining("dans l'avenir") });
});

test("a worker that is cut off in the middle is followed by one that loses nothing and doubles nothing", async () => {
  const cut = await createIntervalMeter("30005555555555");
  const all = lines(17_000, Date.UTC(2024, 0, 1));
  all[100] = "bientôt;7";
  const file = await bring(gzipSync([...head("30005555555555"), ...all].join("\n")));
  const id = await ask(file, "import");
  const lane = world.createLane([kind], "cut off");
  lane.start();
  while ((await world.one<{ lines: number }>("select lines from import_run where uuid = $1", [id])).lines === 0)
    await new Promise((resolve) => setTimeout(resolve, 2));
  await lane.stop();
  const before = await world.one<{ lines: number }>("select lines from import_run where uuid = $1", [id]);
  expect(before.lines).toBeLessThan(17_000);
  await world.work(kind);
  expect(await world.one(`select ${runColumns} from import_run r where uuid = $1`, [id])).toMatchObject({
    lines: 17_003,
    refused: 1,
    inserted: 16_999,
    unchanged: 0,
    error: null,
  });
  const stored = await readingsOf(cut.pointId);
  expect(stored).toHaveLength(17_000);
  expect(await world.one("select readings from import_run_target where point_id = $1", [cut.pointId])).toEqual({
    readings: 16_999,
  });
});

test("a register is also found by its uuid, its meter's number in a column, and several columns go to several registers", async () => {
  const [a, b] = [await createIntervalMeter("30001111111111"), await createIntervalMeter("30002222222222")];
  const text = ["Mois;Mairie;École", "01/2025;1 200,5;310", "02/2025;1 100;x"].join("\n");
  const mapping: ImportMapping = {
    ...curve,
    decimal: ",",
    headerLine: 1,
    time: { ...time, columns: ["Mois"], format: "MM/yyyy", marks: "start", interval: { kind: "month" } },
    values: [
      { column: "mairie", content: "interval", unit: "kW.h", target: { by: "register", register: a.register } },
      { column: "Ecole", content: "interval", unit: "kW.h", target: { by: "register", register: b.register } },
    ],
  };
  expect(await run(await bring(text), "import", mapping)).toMatchObject({ inserted: 3, refused: 1 });
  expect((await readingsOf(a.pointId)).map(({ time: at, value }) => [at.toISOString(), value])).toEqual([
    ["2024-12-31T23:00:00.000Z", 0],
    ["2025-01-31T23:00:00.000Z", 2401],
    ["2025-02-28T23:00:00.000Z", 2200],
  ]);
});

test.each([
  ["x;y\n1;2", "La ligne 4"],
  [
    [...head().slice(0, 3), "Horodate;Puissance", "2025-09-01T00:30:00Z;1"].join("\n"),
    "« Valeur » n'est pas dans le fichier",
  ],
  ["PK\u0003\u0004", "abîmé"],
])("a file that the mapping does not fit fails at once, in French (%#)", async (content, reason) => {
  const file = await bring(content);
  const { error } = await run(file, "check");
  expect(error).toContain(reason);
});
