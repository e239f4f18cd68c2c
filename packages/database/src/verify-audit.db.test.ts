import { createTestDatabase } from "@gtb/infra/test-database";
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { asIdentity } from "./identity.ts";
import { loadOrganisations } from "./load-organisations.ts";
import type { Connection } from "./pool.ts";
import { createPool } from "./pool.ts";
import { noteAudit } from "./queries/note-audit.ts";
import { retireAudit } from "./queries/retire-audit.ts";
import { sealAudit } from "./queries/seal-audit.ts";
import { type AuditVerdict, verifyAudit, verifyAuditChain } from "./verify-audit.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "audit-test" });
const jobs = createPool({ databaseUrl, applicationName: "gtb-jobs", session: { role: "gtb_jobs" } });
afterAll(() => Promise.all([pool.end(), jobs.end()]));

beforeEach(emptyAudit);

async function emptyAudit(): Promise<void> {
  await pool.query("truncate audit_event, audit_content, audit_origin, audit_seal");
}

async function rows<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await pool.query(sql, [...values])).rows as T[];
}

const seal = () => sealAudit(jobs, 5_000);
let serial = 0;
const unique = () => String(++serial);

/** Things that people do, and that leave events; `pick` chooses among what is there. */
const changes: readonly ((pick: number) => Promise<unknown>)[] = [
  () => pool.query("insert into organisation (kind, code, name) values ('commune', $1, $1)", [unique()]),
  (pick) => pool.query(`update organisation set name = $1 where id = ${someOf("organisation", pick)}`, [unique()]),
  () => pool.query("insert into app_user (email, name) values ($1 || '@exemple.fr', $1)", [unique()]),
  (pick) => byUser(pick, `update app_user set name = $1, password_hash = $1 where id = ${someOf("app_user", pick)}`),
  (pick) =>
    byUser(
      pick,
      `insert into user_role (user_id, organisation_id, role, valid)
       select u.id, o.id, 'reader', tstzrange(now() + $1::integer * interval '1 day', now() + ($1::integer + 1) * interval '1 day')
         from app_user u, organisation o where u.id = ${someOf("app_user", pick)} and o.id = ${someOf("organisation", pick)}`,
    ),
  (pick) =>
    pool.query(
      `insert into invitation (organisation_id, email, role, token_digest, expires_at)
       select o.id, u.email, 'reader', sha256(convert_to($1, 'UTF8')), now()
         from app_user u, organisation o where u.id = ${someOf("app_user", pick)} and o.id = ${someOf("organisation", pick)}`,
      [unique()],
    ),
  () =>
    pool.query(
      "delete from organisation where code in (select max(code) from organisation where id not in (select organisation_id from user_role union select organisation_id from invitation))",
    ),
];

function someOf(table: string, pick: number): string {
  const alive = table === "app_user" ? "where erased_at is null" : "";
  return `(select id from ${table} ${alive} order by id offset ${pick} % greatest(1, (select count(*) from ${table} ${alive})) limit 1)`;
}

/** As a person who has signed in from somewhere would. */
async function byUser(pick: number, sql: string): Promise<void> {
  const connection = await pool.connect();
  await connection.query("begin");
  await connection.query(
    `select set_config('gtb.user_id', coalesce(${someOf("app_user", pick + 1)}::text, ''), true),
            set_config('gtb.ip', '192.0.2.7', true), set_config('gtb.via', 'session', true), set_config('gtb.request_id', 'r1', true)`,
  );
  await connection.query(sql, [unique()]);
  await connection.query("commit");
  connection.release();
}

const erase = (pick: number) =>
  pool.query(
    `update app_user set email = 'x' || id || '@invalid', name = 'x', erased_at = now() where id = ${someOf("app_user", pick)}`,
  );
/** What waits for its seal is of long ago. */
const age = () => pool.query("update audit_event set at = at - interval '400 days' where seal is null");
const retire = () => retireAudit(jobs, new Date(Date.now() - 200 * 86_400_000), 2);

test("six hundred organisations take less than a second longer, and leave an event a row", async () => {
  const setTriggers = async (state: "enable" | "disable") => {
    await pool.query("truncate organisation cascade");
    for (const table of ["organisation", "organisation_link"])
      await pool.query(`alter table ${table} ${state} trigger audited`);
  };
  await setTriggers("disable");
  const bareMs = await timed(() => loadOrganisations(pool));
  await setTriggers("enable");
  const auditedMs = await timed(() => loadOrganisations(pool));
  const [count] = await rows<{ events: number; rows: number }>(
    `select (select count(*) from audit_event) as events,
            (select count(*) from organisation) + (select count(*) from organisation_link) as rows`,
  );
  expect(count?.events).toBe(count?.rows);
  expect(auditedMs - bareMs).toBeLessThan(1_000);
  await pool.query("truncate organisation cascade");
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test("transactions that commit in another order than they began, and two sealers at once: each event under one seal", async () => {
  const late = await pool.connect();
  await late.query("begin");
  await late.query("insert into organisation (kind, code, name) values ('commune', $1, 'late')", [unique()]);
  await changes[0]?.(0);
  expect(await seal()).toMatchObject({ id: 1, count: 1 });
  await late.query("commit");
  late.release();
  const sealed = await Promise.all([seal(), seal()]);
  expect(sealed.filter((one) => one !== undefined)).toMatchObject([{ id: 2, count: 1 }]);
  expect(await verifyAudit(pool)).toMatchObject({ ok: true, seals: 2, events: 2, unsealedEvents: 0 });
});

test("erasing a person leaves nothing of them in the audit, and the chain whole", async () => {
  const email = `${unique()}@exemple.fr`;
  await changes[0]?.(0);
  await pool.query("insert into app_user (email, name) values ($1, 'Camille Petit')", [email]);
  const [user] = await rows<{ id: number; uuid: string }>("select id, uuid from app_user where email = $1", [email]);
  await pool.query(
    "insert into invitation (organisation_id, email, role, token_digest, expires_at) select max(id), $1, 'reader', '\\x01', now() from organisation",
    [email],
  );
  await pool.query("insert into user_identity (user_id, issuer, subject) values ($1, 'https://idp', 'camille-7')", [
    user?.id,
  ]);
  const own = { userId: user?.id, requestId: "r2", ip: "192.0.2.99", via: "session" };
  await noteAudit(pool, own, { action: "signed_in", kind: "app_user", object: user?.uuid });
  await seal();
  await asIdentity(pool, own, (connection) =>
    connection.query("update app_user set email = 'x@invalid', name = 'x', erased_at = now() where id = $1", [
      user?.id,
    ]),
  );
  const [left] = await rows<{ text: string }>(
    "select coalesce(string_agg(concat(c, o, e), ' '), '') as text from audit_event e left join audit_content c on c.event_id = e.id left join audit_origin o on o.event_id = e.id",
  );
  expect(left?.text).toContain("audit_content");
  for (const trace of [email, "Camille", "camille-7", user?.uuid, "192.0.2.99"])
    expect(left?.text).not.toContain(trace);
  expect(await rows("select from audit_pseudonym where user_id = $1", [user?.id])).toEqual([]);
  await seal();
  expect(await verifyAudit(pool)).toMatchObject({ ok: true, fault: null, unsealedEvents: 0 });
});

test("a chain that was made anew, or cut at its end, does not hold the seal that was noted elsewhere", async () => {
  await changes[0]?.(0);
  const noted = await seal();
  expect(await verifyAudit(pool, noted?.hash)).toMatchObject({ ok: true });
  await pool.query("update audit_event set seal = null, service = 'another'");
  await pool.query("delete from audit_seal");
  await seal();
  expect(await verifyAudit(pool)).toMatchObject({ ok: true });
  expect(await verifyAudit(pool, noted?.hash)).toMatchObject({
    ok: false,
    fault: { what: expect.stringContaining("elsewhere") },
  });
});

test("what is of the last half year cannot be retired, and a pseudonym cannot be given to somebody else", async () => {
  await expect(retireAudit(jobs, new Date(), 10)).rejects.toThrow("180 days");
  await changes[2]?.(0);
  await changes[2]?.(0);
  await seal();
  await pool.query("delete from audit_pseudonym where user_id = (select max(id) from app_user)");
  await pool.query(
    "update audit_pseudonym set user_id = (select max(id) from app_user) where user_id = (select max(id) - 1 from app_user)",
  );
  expect(await verifyAudit(pool)).toMatchObject({ ok: false, fault: { what: expect.stringContaining("pseudonym") } });
  await pool.query("delete from audit_pseudonym");
});

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ change: fc.nat(changes.length - 1), pick: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ erase: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.constant({ seal: true }) },
  { weight: 1, arbitrary: fc.constant({ retire: true }) },
);
type Step = { change?: number; pick?: number; erase?: number; seal?: boolean; retire?: boolean };

async function take(steps: readonly Step[], { long }: { long: boolean }): Promise<void> {
  for (const { change, pick = 0, erase: whom, seal: now, retire: clear } of steps) {
    if (change !== undefined) await changes[change]?.(pick);
    if (whom !== undefined) await erase(whom);
    if (long) await age();
    if (now) await seal();
    if (clear) await retire();
  }
}

interface Column {
  readonly tab: string;
  readonly col: string;
  readonly type: string;
}
const another: Readonly<Record<string, (col: string) => string>> = {
  bigint: (col) => `coalesce(${col}, 0) + 1000000`,
  integer: (col) => `${col} + 1`,
  uuid: () => "gen_random_uuid()",
  text: (col) => `coalesce(${col}, '') || 'x'`,
  bytea: () => "sha256('forged')",
  jsonb: (col) => `coalesce(${col}, '{}') || '{"forged": true}'`,
  "timestamp with time zone": (col) => `${col} + interval '1 microsecond'`,
};

test("any sequence of changes, erasures and retirements verifies; any field changed, any row deleted does not", async () => {
  await pool.query(
    "alter table audit_event alter id set generated by default; alter table audit_event drop constraint audit_event_action_check",
  );
  const columns = await rows<Column>(
    `select table_name as tab, column_name as col, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name in ('audit_event', 'audit_content', 'audit_origin', 'audit_seal')`,
  );
  const seen = { retired: 0, erased: 0, tampered: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 10 }),
      fc.array(step, { minLength: 1, maxLength: 10 }),
      fc.boolean(),
      fc.infiniteStream(fc.nat(1000)),
      async (old, recent, cleared, picks) => {
        await emptyAudit();
        await take(cleared ? [...old, { change: 0 }, { seal: true }, { retire: true }] : old, { long: true });
        await take(recent, { long: false });
        while ((await seal()) !== undefined);
        const verdict = await verifyAudit(pool);
        expect(verdict).toMatchObject({ ok: true, fault: null, unsealedEvents: 0 });
        seen.retired += verdict.retiredSeals;
        seen.erased += verdict.erased;
        for (const column of columns) {
          const { value: pick } = picks.next();
          for (const tampering of [change(column, pick), removal(column.tab, pick)]) {
            const after = await verdictOf(tampering);
            if (after === undefined) continue;
            expect(after.ok, `${tampering} was not found`).toBe(false);
            seen.tampered.add(`${column.tab}.${column.col}`);
          }
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(seen.retired).toBeGreaterThan(0);
  expect(seen.erased).toBeGreaterThan(0);
  expect(seen.tampered.size).toBe(columns.length);
});

const oneRow = (tab: string, pick: number) =>
  `ctid = (select ctid from ${tab} order by 1 offset ${pick} % greatest(1, (select count(*) from ${tab})) limit 1)`;
const change = ({ tab, col, type }: Column, pick: number) =>
  `update ${tab} set ${col} = ${another[type]?.(col)} where ${oneRow(tab, pick)}`;
const removal = (tab: string, pick: number) => `delete from ${tab} where ${oneRow(tab, pick)}`;

/** What verification says after this, which is then undone; undefined: it touched no row. */
async function verdictOf(tampering: string): Promise<AuditVerdict | undefined> {
  const connection: Connection = await pool.connect();
  try {
    // Its owner can also put foreign keys out of force.
    await connection.query("begin; set local session_replication_role = replica");
    const { rowCount } = await connection.query(tampering);
    return rowCount === 0 ? undefined : await verifyAuditChain(connection);
  } finally {
    await connection.query("rollback");
    connection.release();
  }
}
