import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool, type Pool } from "@gtb/database/pool";
import { enqueueMail, type MailRequest } from "@gtb/database/queries/enqueue-mail";
import { inTransaction } from "@gtb/database/transaction";
import { findFreePort } from "@gtb/infra/free-port";
import { type MailCatcher, startMailCatcher } from "@gtb/infra/mail-catcher/mail-catcher";
import type { CaughtMail } from "@gtb/infra/mail-catcher/mail-folder";
import { createTestDatabase } from "@gtb/infra/test-database";
import { createLog } from "@gtb/service-kit/log";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { createMailer } from "../mail/mailer.ts";
import { createJobMetrics } from "../metrics.ts";
import type { JobKind } from "../runner/job-kind.ts";
import { Lane } from "../runner/lane.ts";
import { sendMailKind } from "./send-mail.ts";

const { databaseUrl } = await createTestDatabase();
const owner = createPool({ databaseUrl, applicationName: "test" });
const as = (role: string): Pool => createPool({ databaseUrl, applicationName: role, session: { role } });
const [api, auth, jobs] = [as("gtb_api"), as("gtb_auth"), as("gtb_jobs")];
afterAll(async () => void (await Promise.all([owner, api, auth, jobs].map((pool) => pool.end()))));

const secret = "9f2c-the-secret";
const soon = { timeout: 10_000, interval: 20 };
let folder: string;
let catcher: MailCatcher | undefined;
let lane: Lane | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gtb-mails-"));
  await owner.query("delete from job");
});

afterEach(async () => {
  await lane?.stop();
  await catcher?.close();
  lane = undefined;
  catcher = undefined;
  await rm(folder, { recursive: true, force: true });
});

function mailTo(to: string, expiresAt = new Date(Date.now() + 3_600_000).toISOString()): MailRequest {
  return { template: "password-reset", to, locale: "fr", data: { link: `https://gtb.example/r#${secret}`, expiresAt } };
}

function work(kind: JobKind): void {
  const log = createLog("jobs-test", "silent");
  const metrics = createJobMetrics(owner);
  lane = new Lane({ pool: jobs, log, metrics, kinds: [kind], worker: "test", leaseSeconds: 30, pollMs: 10 });
  lane.start();
}

const sendThrough = (url: string): JobKind => sendMailKind(createMailer({ url, from: "Énergie <gtb@evreux.fr>" }));

interface Job {
  readonly uuid: string;
  readonly state: string;
  readonly attempts: number;
  readonly message: string | null;
  readonly payload: string;
}

async function theJob(): Promise<Job> {
  const { rows } = await owner.query<Job>("select uuid, state, attempts, message, payload::text from job");
  return rows[0] as Job;
}

async function caught(): Promise<CaughtMail[]> {
  const names = await readdir(folder);
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))));
}

test("a mail queued by sign-in arrives, and its secret is nowhere in the database any more", async () => {
  catcher = await startMailCatcher(folder, 0);
  await inTransaction(auth, (connection) => enqueueMail(connection, mailTo("marie@evreux.fr")));
  work(sendThrough(catcher.url));
  await expect.poll(async () => (await theJob()).state, soon).toBe("done");
  const { uuid, payload } = await theJob();
  expect(await caught()).toEqual([
    expect.objectContaining({
      messageId: `<${uuid}@evreux.fr>`,
      from: '"Énergie" <gtb@evreux.fr>',
      to: ["marie@evreux.fr"],
      subject: "Nouveau mot de passe pour la plateforme énergie",
      text: expect.stringContaining(`https://gtb.example/r#${secret}\n`),
      html: expect.stringContaining(`href="https://gtb.example/r#${secret}"`),
    }),
  ]);
  expect(payload).toBe("{}");
});

test("a recipient that the server refuses is given up at once, without a word of who it is", async () => {
  catcher = await startMailCatcher(folder, 0);
  await enqueueMail(api, mailTo("refused@evreux.fr"));
  work(sendThrough(catcher.url));
  await expect.poll(async () => (await theJob()).state, soon).toBe("failed");
  expect(await theJob()).toMatchObject({
    attempts: 1,
    payload: "{}",
    message: "Le serveur de mail refuse le destinataire (550 5.1.1).",
  });
  expect(await readdir(folder)).toEqual([]);
});

test("a server that asks for patience, or is away, is tried again until it takes the mail", async () => {
  const port = await findFreePort();
  await enqueueMail(auth, mailTo("marie@evreux.fr"));
  work(sendThrough(`smtp://127.0.0.1:${port}`));
  await expect.poll(async () => (await theJob()).message, soon).toContain("ECONNREFUSED");
  expect(await theJob()).toMatchObject({ state: "queued", payload: expect.stringContaining(secret) });
  catcher = await startMailCatcher(folder, port);
  await expect.poll(async () => (await theJob()).state, soon).toBe("done");
  expect(await caught()).toHaveLength(1);
  expect(await theJob()).toMatchObject({ payload: "{}", message: null });
});

test("a mail asked to come later waits, and is not sent when its link has run out meanwhile", async () => {
  catcher = await startMailCatcher(folder, 0);
  await enqueueMail(auth, mailTo("later@evreux.fr"));
  work(sendThrough(catcher.url));
  await expect.poll(async () => (await theJob()).message, soon).toContain("451 4.7.1");
  await owner.query(
    `update job set run_at = now(), payload = jsonb_set(payload, '{data,expiresAt}', '"2026-01-01T00:00:00Z"')`,
  );
  await expect.poll(async () => (await theJob()).state, soon).toBe("failed");
  expect(await theJob()).toMatchObject({ payload: "{}", message: expect.stringContaining("plus valable") });
});

test("without a mail server the job says which settings are missing", async () => {
  await enqueueMail(auth, mailTo("marie@evreux.fr"));
  work(sendMailKind(undefined));
  await expect.poll(async () => (await theJob()).state, soon).toBe("failed");
  expect(await theJob()).toMatchObject({ payload: "{}", message: expect.stringContaining("GTB_SMTP_URL") });
});

test("services may queue a mail and nothing else, and who looks at jobs sees no payload", async () => {
  for (const pool of [api, auth]) {
    await expect(pool.query("insert into job (kind) values ('send-mail')")).rejects.toThrow(/permission denied/);
    await expect(pool.query(`select enqueue_mail('{"to": "marie@evreux.fr"}')`)).rejects.toThrow(/not a mail/);
    await expect(pool.query("select payload from job")).rejects.toThrow(/permission denied/);
  }
  await expect(enqueueMail(auth, mailTo("x".repeat(20_000)))).rejects.toThrow(/not a mail/);
  await api.query("select uuid, kind, state, message from job");
});
