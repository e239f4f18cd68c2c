import { setTimeout as wait } from "node:timers/promises";
import { enqueueJob } from "@gtb/database/queries/enqueue-job";
import { expect, test } from "vitest";
import { createMeteredWorld } from "../testing/metered-world.ts";
import { type JobKind, LeaseLostError, PermanentError } from "./job-kind.ts";
import type { JobRun } from "./job-run.ts";

const world = await createMeteredWorld();

interface JobState {
  readonly state: string;
  readonly attempts: number;
  readonly message: string | null;
  readonly worker: string;
}

const stateOf = (uuid: string | undefined): Promise<JobState> =>
  world.one("select state, attempts, message, worker from job where uuid = $1", [uuid]);
const expire = (uuid: string | undefined) =>
  world.pool.query("update job set lease_until = now() - interval '1 second' where uuid = $1", [uuid]);
const soon = { timeout: 10_000, interval: 10 };

test("two workers do each job once", async () => {
  const done: unknown[] = [];
  const kind: JobKind = { kind: "count", run: async (_, { payload }) => void done.push(payload) };
  for (let number = 0; number < 40; number++) await enqueueJob(world.pool, { kind: "count", payload: { number } });
  const lanes = ["a", "b"].map((worker) => world.createLane([kind], worker));
  for (const lane of lanes) lane.start();
  await expect.poll(() => done.length, soon).toBe(40);
  await Promise.all(lanes.map((lane) => lane.stop()));
  expect(new Set(done.map((payload) => JSON.stringify(payload))).size).toBe(40);
});

test("a job that fails is tried again later, then given up with its message; what cannot succeed at once", async () => {
  const broken: JobKind = { kind: "broken", run: async () => Promise.reject(new Error("the disk is full")) };
  const refused: JobKind = { kind: "refused", run: async () => Promise.reject(new PermanentError("fichier vide")) };
  const job = await enqueueJob(world.pool, { kind: "broken" });
  const wrong = await enqueueJob(world.pool, { kind: "refused" });
  await world.work(broken, refused);
  expect(await stateOf(job)).toMatchObject({ state: "queued", attempts: 1, message: "the disk is full" });
  expect(await stateOf(wrong)).toMatchObject({ state: "failed", attempts: 1, message: "fichier vide" });
  for (let attempt = 2; attempt <= 5; attempt++) {
    await world.pool.query("update job set run_at = now() where uuid = $1", [job]);
    await world.work(broken, refused);
  }
  expect(await stateOf(job)).toMatchObject({ state: "failed", attempts: 5, message: "the disk is full" });
});

test("a worker that lost its lease can write no more, and the other's end stands", async () => {
  const holds: JobRun[] = [];
  const release = new AbortController();
  const slow: JobKind = {
    kind: "slow",
    run: async (run) => {
      holds.push(run);
      if (holds.length === 1) await wait(20_000, undefined, { signal: release.signal }).catch(() => undefined);
      await run.transaction((connection) =>
        connection.query("insert into stage_cursor (stage) values ($1)", [`slow ${holds.indexOf(run)}`]),
      );
      return "done";
    },
  };
  const uuid = await enqueueJob(world.pool, { kind: "slow" });
  const [first, second] = [world.createLane([slow], "first"), world.createLane([slow], "second")];
  first.start();
  await expect.poll(() => holds.length, soon).toBe(1);
  await expire(uuid);
  second.start();
  await expect.poll(async () => (await stateOf(uuid)).state, soon).toBe("done");
  await expect(holds[0]?.transaction(async () => undefined)).rejects.toThrow(LeaseLostError);
  release.abort();
  await Promise.all([first.stop(), second.stop()]);
  expect(await stateOf(uuid)).toMatchObject({ state: "done", worker: "second" });
  const { rows } = await world.pool.query("select stage from stage_cursor where stage like 'slow%'");
  expect(rows).toEqual([{ stage: "slow 1" }]);
});

test("a job in the midst of a write is not taken, however long its lease has run out", async () => {
  const [writing, written] = [new AbortController(), new AbortController()];
  const kind: JobKind = {
    kind: "writing",
    run: (run) =>
      run.transaction(async () => {
        writing.abort();
        await wait(20_000, undefined, { signal: written.signal }).catch(() => undefined);
        return "written";
      }),
  };
  const uuid = await enqueueJob(world.pool, { kind: "writing" });
  const lanes = [world.createLane([kind], "writer", 1), world.createLane([kind], "other", 1)];
  for (const lane of lanes) lane.start();
  await expect.poll(() => writing.signal.aborted, soon).toBe(true);
  await wait(1_500);
  written.abort();
  await expect.poll(async () => (await stateOf(uuid)).state, soon).toBe("done");
  await Promise.all(lanes.map((lane) => lane.stop()));
  expect(await stateOf(uuid)).toMatchObject({ attempts: 1, message: "written" });
});

test("a worker that stops gives its job back without counting it as an attempt", async () => {
  const started = new AbortController();
  const endless: JobKind = {
    kind: "endless",
    run: async (run) => {
      started.abort();
      for (;;) {
        run.signal.throwIfAborted();
        await wait(5);
      }
    },
  };
  const uuid = await enqueueJob(world.pool, { kind: "endless" });
  const lane = world.createLane([endless]);
  lane.start();
  await expect.poll(() => started.signal.aborted, soon).toBe(true);
  await lane.stop();
  expect(await stateOf(uuid)).toMatchObject({ state: "queued", attempts: 0 });
});

test("a job over which every worker dies is given up", async () => {
  const kind: JobKind = { kind: "deadly", run: async () => "survived" };
  const uuid = await enqueueJob(world.pool, { kind: "deadly" });
  await world.pool.query("update job set state = 'running', attempts = max_attempts where uuid = $1", [uuid]);
  await expire(uuid);
  await world.work(kind);
  expect(await stateOf(uuid)).toMatchObject({ state: "failed", message: expect.stringContaining("died") });
});
