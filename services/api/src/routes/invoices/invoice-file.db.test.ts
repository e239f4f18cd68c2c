import { gzipSync } from "node:zlib";
import type { InvoiceFileResult, InvoiceList } from "@gtb/contracts/invoices";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createTestUser } from "../../testing/test-users.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const commune = await world.commune();
const building = await world.building(await world.site(commune));
const meter = await world.meter(building);
const place = (await api.post<{ id: string }>("/delivery-points", { meter, number: "12345678901234" })).body.id;

const header = "PRM;N° facture;Date facture;Début;Fin;kWh;Montant HT;Montant TTC";
const bill = (number: string, kwh: string) =>
  `12345678901234;${number};05/10/2026;01/09/2026;30/09/2026;${kwh};260,40;312,48`;
const send = (
  mode: "check" | "import",
  content: string | Buffer,
  organisation = commune,
  client: Pick<typeof api, "post"> = api,
) =>
  client.post<InvoiceFileResult>(`/organisations/${organisation}/invoice-file`, {
    mode,
    name: "factures.csv",
    content: Buffer.from(content).toString("base64"),
  });
const invoices = async () => (await api.get<InvoiceList>(`/invoices?deliveryPoint=${place}`)).body.items;
const counts = ({ body: { added, changed, unchanged, refusedCount } }: { body: InvoiceFileResult }) => [
  added,
  changed,
  unchanged,
  refusedCount,
];

test("a check tells what the import then does; twice it changes nothing, and a line that is wrong says why", async () => {
  const wrong = "99;F-3;05/10/2026;01/09/2026;30/09/2026;1;1;1";
  const file = [header, bill("F-1", "1 200"), bill("F-2", "900"), bill("F-1", "7"), wrong, bill("F-4", "x")].join(
    "\r\n",
  );
  const checked = await send("check", file);
  expect(checked.status).toBe(201);
  expect(counts(checked)).toEqual([2, 0, 0, 3]);
  expect(checked.body.refusals).toEqual([
    { line: 4, field: "number", reason: "Même facture qu’à la ligne 2." },
    { line: 5, field: "place", reason: "Aucun point de livraison n’a le numéro 99." },
    { line: 6, field: "energyKwh", reason: "« x » n’est pas un nombre." },
  ]);
  expect(await invoices()).toEqual([]);
  expect(counts(await send("import", file))).toEqual([2, 0, 0, 3]);
  expect(counts(await send("import", gzipSync(file)))).toEqual([0, 0, 2, 3]);
  expect(counts(await send("import", [header, bill("F-1", "1 201")].join("\n")))).toEqual([0, 1, 0, 0]);
  const stored = (await invoices()).map(({ number, from, to, energyKwh, amountInclTax, source, document }) => [
    number,
    from,
    to,
    energyKwh,
    amountInclTax,
    source,
    document,
  ]);
  expect(stored.sort()).toEqual([
    ["F-1", "2026-09-01", "2026-10-01", 1201, 312.48, "import", "factures.csv"],
    ["F-2", "2026-09-01", "2026-10-01", 900, 312.48, "import", "factures.csv"],
  ]);
});

test("a file without the columns says which, one that is none is refused, and who may not change meters brings none", async () => {
  const { body } = await send("import", "PRM;Montant TTC\n12345678901234;3");
  expect(body).toMatchObject({
    added: 0,
    missing: ["number", "issuedOn", "from", "last"],
    columns: [{ field: "place", name: "PRM" }, { field: "amountInclTax" }],
  });
  const broken = await send("import", Buffer.from([0x1f, 0x8b, 1, 2, 3]));
  expect(broken).toMatchObject({ status: 422, body: { code: "unreadable_file" } });
  const packed = gzipSync(`${header}\n${`${"x".repeat(999_000)};1\n`.repeat(25)}`);
  expect(packed.length).toBeLessThan(100_000);
  expect((await send("check", packed)).status).toBe(413);
  const { rows } = await api.pool.query<{ id: number }>("select id from organisation where uuid = $1", [commune]);
  const reader = api.as((await createTestUser(api.pool, "reader", rows[0]?.id ?? 0)).token);
  expect((await send("import", header, commune, reader)).status).toBe(403);
  const elsewhere = await world.commune();
  expect(counts(await send("import", [header, bill("F-9", "1")].join("\n"), elsewhere))).toEqual([0, 0, 0, 1]);
});
