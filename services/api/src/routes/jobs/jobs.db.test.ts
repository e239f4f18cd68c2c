import type { Job, JobList } from "@gtb/contracts/jobs";
import { enqueueMail } from "@gtb/database/queries/enqueue-mail";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";

const api = await createApiUnderTest();

beforeAll(async () => {
  // One statement has one now(): the pages must part jobs of the same instant.
  await api.pool.query(
    `insert into job (kind, state, progress_done, progress_total, message)
     values ('import-readings', 'running', 40, 100, 'march'), ('import-readings', 'queued', 0, null, null), ('consumption', 'failed', 1, 2, 'no')`,
  );
});

test("jobs are listed with their progress, page after page, each once", async () => {
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const answer: { body: JobList } = await api.get<JobList>(`/jobs?limit=1${cursor && `&cursor=${cursor}`}`);
    ids.push(...answer.body.items.map(({ id }) => id));
    cursor = answer.body.nextCursor;
  }
  expect(new Set(ids).size).toBe(3);
  expect(ids).toHaveLength(3);
});

test("jobs are found by kind and state, and one by one", async () => {
  const { body } = await api.get<JobList>("/jobs?kind=import-readings&state=running");
  expect(body.items).toMatchObject([{ progressDone: 40, progressTotal: 100, message: "march", startedAt: null }]);
  expect((await api.get<Job>(`/jobs/${body.items[0]!.id}`)).body).toEqual(body.items[0]);
});

test("a mail is told of without whom it is for, nor its link", async () => {
  const data = { link: "https://gtb.example/reset#the-secret" };
  await enqueueMail(api.pool, { template: "password-reset", to: "marie@evreux.fr", locale: "fr", data });
  const { body } = await api.get<JobList>("/jobs?kind=send-mail");
  expect(body.items).toEqual([expect.objectContaining({ kind: "send-mail", state: "queued" })]);
  const one = await api.get<Job>(`/jobs/${body.items[0]?.id}`);
  expect(JSON.stringify([body, one.body])).not.toMatch(/payload|secret|marie/);
});
