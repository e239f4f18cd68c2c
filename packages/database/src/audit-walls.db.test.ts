import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, describe, expect, test } from "vitest";
import { createPool, type Pool } from "./pool.ts";

const { databaseUrl } = await createTestDatabase();
const owner = createPool({ databaseUrl, applicationName: "audit-walls-test" });
const roles = ["gtb_api", "gtb_auth", "gtb_jobs", "gtb_ingestion", "gtb_reporting", "gtb_grafana"];
const pools = new Map(
  roles.map((role) => [role, createPool({ databaseUrl, applicationName: role, maxConnections: 1, session: { role } })]),
);
afterAll(() => Promise.all([owner, ...pools.values()].map((pool) => pool.end())));

const inserts: Readonly<Record<string, string>> = {
  audit_event: "insert into audit_event (service, action, object_kind) values ('x', 'read', 'x')",
  audit_content: "insert into audit_content (event_id, salt) values (1, '\\x00')",
  audit_origin: "insert into audit_origin (event_id, salt) values (1, '\\x00')",
  audit_seal: "insert into audit_seal values (1, '\\x00', 1, 1, 1, now(), '\\x00', now(), '\\x00')",
  audit_pseudonym: "insert into audit_pseudonym (user_id) values (1)",
};
const updates: Readonly<Record<string, string>> = {
  audit_event: "update audit_event set action = 'read'",
  audit_content: "update audit_content set after = null",
  audit_origin: "update audit_origin set ip = null",
  audit_seal: "update audit_seal set hash = '\\x00'",
  audit_pseudonym: "update audit_pseudonym set user_id = 2",
};
const denied = { code: "42501" };
const asRole = (role: string, sql: string) => (pools.get(role) as Pool).query(sql);

describe.each(roles)("%s", (role) => {
  test.each(Object.keys(inserts))("cannot write %s", async (table) => {
    for (const sql of [
      inserts[table],
      updates[table],
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
    ])
      await expect(asRole(role, sql ?? ""), sql).rejects.toMatchObject(denied);
  });

  test("cannot make an event of a change up, read salts or pseudonyms, or erase", async () => {
    for (const sql of [
      "select audit_append('created', 'x', null, null, null, null, null, null)",
      "select audit_pseudonym_of(1)",
      "select audit_erase(gen_random_uuid())",
      "select salt from audit_content",
      "select salt from audit_origin",
      "select from audit_seal",
      "select from audit_pseudonym",
    ])
      await expect(asRole(role, sql), sql).rejects.toMatchObject(denied);
  });
});

test("only jobs seal and retire; what may be noted is no change", async () => {
  for (const role of roles.filter((one) => one !== "gtb_jobs"))
    for (const sql of ["select audit_seal_next(1)", "select audit_retire(now() - interval '1 year', 1)"])
      await expect(asRole(role, sql), `${role}: ${sql}`).rejects.toMatchObject(denied);
  for (const action of ["created", "changed", "removed"])
    await expect(
      asRole("gtb_api", `select audit_note('${action}', 'audit_content', null, null, '{}')`),
    ).rejects.toMatchObject(denied);
});

test.each(roles)("%s cannot have on a table of its own what the triggers do", async (role) => {
  const own =
    "create temporary table building (id bigint, uuid uuid, organisation_id bigint, name text, erased_at timestamptz)";
  for (const call of ["audit_row()", "audit_erase_user()"])
    await expect(
      asRole(role, `${own}; create trigger forged after insert on building for each row execute function ${call}`),
      call,
    ).rejects.toMatchObject({ ...denied, message: expect.stringContaining("function audit_") });
});

test("retiring takes a time that is long ago", async () => {
  for (const until of ["null", "now()", "'infinity'"])
    await expect(asRole("gtb_jobs", `select audit_retire(${until}, 100)`)).rejects.toThrow("180 days");
});

/** Tables of organisations or people whose changes are no event, and why. */
const unaudited = {
  job: "says itself who asked for what",
  session: "sign-ins and sign-outs are noted",
  password_reset: "the change of the password is an event",
  idempotency_key: "a copy of a reply, kept for a day",
  formula_input: "follows from a formula, whose change is an event",
  import_file_chunk: "bytes of a file, whose arrival is an event",
  import_refusal: "found by an import, whose asking is an event",
  import_run_target: "found by an import, whose asking is an event",
  register_break: "found by the engine; a person's answer to it is an event",
  audit_event: "is the audit",
  audit_pseudonym: "is the audit",
};

test("whatever has an organisation or a person is audited, a new table too", async () => {
  const { rows } = await owner.query<{ tab: string }>(
    `select distinct c.table_name as tab from information_schema.columns c
       join pg_class t on t.relname = c.table_name and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      where c.table_schema = 'public' and (c.column_name in ('organisation_id', 'user_id') or c.table_name in ('organisation', 'organisation_link', 'app_user'))
        and not exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'audited' and g.tgenabled = 'O')
      order by 1`,
  );
  expect(rows.map(({ tab }) => tab)).toEqual(Object.keys(unaudited).sort());
});
