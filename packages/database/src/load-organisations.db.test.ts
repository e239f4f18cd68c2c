import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadOrganisations } from "./load-organisations.ts";
import { createPool } from "./pool.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "load-organisations-test" });
let loaded: { communes: number; epcis: number };

beforeAll(async () => {
  loaded = await loadOrganisations(pool);
});
afterAll(() => pool.end());

test("the Eure: 585 communes, its département, the agency", async () => {
  expect(
    await rows("select kind, count(*) from organisation where kind <> 'epci' group by kind order by kind"),
  ).toEqual([
    { kind: "agency", count: 1 },
    { kind: "commune", count: 585 },
    { kind: "departement", count: 1 },
  ]);
  expect(loaded.communes).toBe(585);
  expect(await rows("select code, name from organisation where code in ('27229', '27') order by code")).toEqual([
    { code: "27", name: "Eure" },
    { code: "27229", name: "Évreux" },
  ]);
  // INSEE: 599,000 inhabitants, give or take the yearly change
  const [eure] = await rows<{ population: number; sum: number }>(
    `select population, (select sum(population) from organisation where kind = 'commune') as sum
       from organisation where kind = 'departement'`,
  );
  expect(eure?.population).toBeGreaterThan(580_000);
  expect(eure?.population).toBeLessThan(620_000);
  expect(eure?.population).toBe(Number(eure?.sum));
});

/** DGCL's list, by SIREN, with how many of their members are communes of the Eure: some have their seat elsewhere. */
const epcisOfTheEure = {
  "200040277 CA Agglo du Pays de Dreux": 6,
  "200065787 CC de Pont-Audemer / Val de Risle": 32,
  "200066017 CC Lieuvin Pays d'Auge": 51,
  "200066405 CC Roumois Seine": 39,
  "200066413 CC Intercom Bernay Terres de Normandie": 75,
  "200066462 CC Interco Normandie Sud Eure": 40,
  "200066827 CC du Pays de Honfleur-Beuzeville": 11,
  "200069730 CC des Quatre Rivières en Bray": 1,
  "200070142 CC Lyons Andelle": 30,
  "200071454 CA Evreux Portes de Normandie": 74,
  "200071843 CC du Vexin Normand": 39,
  "200072312 CA Seine Normandie Agglomération": 61,
  "200089456 CA Seine-Eure": 60,
  "242700276 CC du Pays de Conches": 25,
  "242700607 CC du Pays du Neubourg": 41,
};

test("every EPCI with a member in the Eure is loaded, and linked to those members only", async () => {
  const epcis = await rows<{ epci: string; members: number }>(
    `select e.code || ' ' || e.name as epci, count(c.id) as members
       from organisation e
       left join organisation_link l on l.parent_id = e.id and l.kind = 'membership'
       left join organisation c on c.id = l.child_id and c.kind = 'commune'
      where e.kind = 'epci' group by e.id`,
  );
  expect(Object.fromEntries(epcis.map(({ epci, members }) => [epci, members]))).toEqual(epcisOfTheEure);
  expect(loaded.epcis).toBe(15);
});

test("every commune is a member of exactly one EPCI and in the territory of the département", async () => {
  const wrong = await rows(
    `select c.name, count(l.id) filter (where l.kind = 'membership' and p.kind = 'epci') as epcis,
            count(l.id) filter (where l.kind = 'territory' and p.kind = 'departement') as departements
       from organisation c
       left join organisation_link l on l.child_id = c.id
       left join organisation p on p.id = l.parent_id
      where c.kind = 'commune' group by c.id
     having count(l.id) filter (where l.kind = 'membership' and p.kind = 'epci') <> 1
         or count(l.id) filter (where l.kind = 'territory' and p.kind = 'departement') <> 1`,
  );
  expect(wrong).toEqual([]);
  const [evreux] = await rows(
    `select p.name from organisation_link l join organisation p on p.id = l.parent_id join organisation c on c.id = l.child_id
      where c.code = '27229' and l.kind = 'membership'`,
  );
  expect(evreux).toEqual({ name: "CA Evreux Portes de Normandie" });
});

test("loading again adds nothing and mends a name", async () => {
  const count =
    "select (select count(*) from organisation) as organisations, (select count(*) from organisation_link) as links";
  const before = await rows(count);
  await pool.query("update organisation set name = 'Evreux' where code = '27229'");
  expect(await loadOrganisations(pool)).toEqual(loaded);
  expect(await rows(count)).toEqual(before);
  expect(await rows("select name from organisation where code = '27229'")).toEqual([{ name: "Évreux" }]);
});

async function rows<T>(sql: string): Promise<T[]> {
  return (await pool.query(sql)).rows as T[];
}
