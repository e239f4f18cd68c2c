import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startMailCatcher } from "./mail-catcher.ts";
import { mailEnvironment } from "./mail-environment.ts";
import { checkMailServer } from "./smtp-health.ts";

const folder = await mkdtemp(join(tmpdir(), "gtb-catcher-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Says each line when the server has answered the one before; resolves with the answers. */
async function converse(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = connect({ host: "127.0.0.1", port });
  const answers: string[] = [];
  for (const line of [undefined, ...lines]) {
    if (line !== undefined) socket.write(`${line}\r\n`);
    const [answer] = (await once(socket, "data")) as [Buffer];
    answers.push(answer.toString().trim());
  }
  socket.destroy();
  return answers;
}

test("keeps what it hears, refuses whom it should, and is told from what is no mail server", async () => {
  const catcher = await startMailCatcher(folder, 0);
  const port = Number(new URL(catcher.url).port);
  await checkMailServer("127.0.0.1", port);
  const mail = "From: A <a@b.fr>\r\nSubject: =?utf-8?q?=C3=89t=C3=A9?=\r\n\r\nBonjour\r\n.";
  const answers = await converse(port, [
    "HELO test",
    "MAIL FROM:<a@b.fr>",
    "RCPT TO:<refused@b.fr>",
    "RCPT TO:<later@b.fr>",
    "RCPT TO:<marie@b.fr>",
    "DATA",
    mail,
  ]);
  expect(answers.map((answer) => answer.slice(0, 3))).toEqual(["220", "250", "250", "550", "451", "250", "354", "250"]);
  await catcher.close();
  await expect(checkMailServer("127.0.0.1", port)).rejects.toThrow();
  const [name = "", ...others] = await readdir(folder);
  expect(others).toEqual([]);
  expect(JSON.parse(await readFile(join(folder, name), "utf8"))).toMatchObject({
    from: '"A" <a@b.fr>',
    to: ["marie@b.fr"],
    subject: "Été",
    text: "Bonjour\n",
  });
});

test("services send to the catcher unless a mail server is given", () => {
  expect(mailEnvironment({}, 8426)).toMatchObject({ GTB_SMTP_URL: "smtp://127.0.0.1:8426" });
  expect(mailEnvironment({ GTB_SMTP_URL: "smtps://mail.example" }, 8426)).toEqual({});
});
