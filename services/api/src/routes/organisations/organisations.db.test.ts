import type { OrganisationDetail, OrganisationList } from "@gtb/contracts/organisations";
import type { Problem } from "@gtb/contracts/problem";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const evreux = await world.commune("Évreux");
const bernay = await world.commune("Bernay");
const vernon = await world.commune("Vernon");
await world.building(await world.site(bernay));

test("organisations are listed by name, page after page", async () => {
  const names: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body } = await api.get<OrganisationList>(`/organisations?limit=2${cursor && `&cursor=${cursor}`}`);
    names.push(...body.items.map((item) => item.name));
    cursor = body.nextCursor as string | null;
  }
  expect(names).toEqual(["Agence d'essai", "Bernay", "Évreux", "Vernon"]);
});

test("they are found by part of the name, by the start of the code, and by having buildings", async () => {
  const idsOf = async (query: string) =>
    (await api.get<OrganisationList>(`/organisations?${query}`)).body.items.map((item) => item.id);
  expect(await idsOf("search=ERNO")).toEqual([vernon]);
  expect(await idsOf("search=27201")).toEqual([evreux]);
  expect(await idsOf("withBuildings=true")).toEqual([bernay]);
  expect(await idsOf("kind=epci")).toEqual([]);
});

test("one organisation has its counts and those it is linked to today", async () => {
  await api.pool.query(
    `insert into organisation_link (parent_id, child_id, kind, valid)
     select parent.id, child.id, 'membership', daterange(since, until)
       from organisation parent, organisation child, (values (date '2020-01-01', null::date)) as v (since, until)
      where parent.uuid = $1 and child.uuid = $2`,
    [vernon, bernay],
  );
  await api.pool.query(
    `insert into organisation_link (parent_id, child_id, kind, valid)
     select parent.id, child.id, 'membership', '[2010-01-01,2020-01-01)'
       from organisation parent, organisation child where parent.uuid = $1 and child.uuid = $2`,
    [evreux, bernay],
  );
  const { body } = await api.get<OrganisationDetail>(`/organisations/${bernay}`);
  expect(body).toMatchObject({ name: "Bernay", buildingCount: 1, deviceCount: 0, children: [] });
  expect(body.parents.map((parent) => parent.name)).toEqual(["Vernon"]);
});

test("a second commune with the same code is refused", async () => {
  const answer = await api.post<Problem>("/organisations", { kind: "commune", code: "27201", name: "Évreux-bis" });
  expect(answer).toMatchObject({ status: 409, body: { code: "already_exists" } });
});
