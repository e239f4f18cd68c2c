import { enqueueJob } from "@gtb/database/queries/enqueue-job";
import { verifyAudit } from "@gtb/database/verify-audit";
import { expect, test } from "vitest";
import { createMeteredWorld } from "../testing/metered-world.ts";
import { retireAuditKind } from "./retire-audit.ts";
import { sealAuditKind } from "./seal-audit.ts";

const world = await createMeteredWorld();

test("what was done is sealed, and goes when it is older than it is kept for; the chain holds", async () => {
  await world.pool.query("update audit_event set at = at - interval '300 days'");
  const { unsealedEvents: before } = await verifyAudit(world.pool);
  expect(before).toBeGreaterThan(0);
  await enqueueJob(world.pool, { kind: "seal-audit" });
  await world.work(sealAuditKind);
  expect(await verifyAudit(world.pool)).toMatchObject({ ok: true, seals: 1, events: before, unsealedEvents: 0 });
  const states = async (days: number) => {
    const id = await enqueueJob(world.pool, { kind: "retire-audit" });
    await world.work(retireAuditKind(days));
    return world.one("select state, message from job where uuid = $1", [id]);
  };
  expect(await states(301)).toEqual({ state: "done", message: "0 événement(s) du journal d'audit supprimé(s)" });
  expect(await states(299)).toEqual({
    state: "done",
    message: `${before} événement(s) du journal d'audit supprimé(s)`,
  });
  await enqueueJob(world.pool, { kind: "seal-audit" });
  await world.work(sealAuditKind);
  expect(await verifyAudit(world.pool)).toMatchObject({
    ok: true,
    seals: 2,
    retiredSeals: 1,
    events: 1,
    oldestSeal: { id: 2 },
  });
});
