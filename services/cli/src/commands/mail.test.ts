import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MailFolder } from "@gtb/infra/mail-catcher/mail-folder";
import { afterAll, expect, test } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const home = await mkdtemp(join(tmpdir(), "gtb-cli-mail-"));
afterAll(() => rm(home, { recursive: true, force: true }));

async function gtb(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { env: { GTB_HOME: home } });
  return stdout;
}

test("lists the caught mails, the newest first, and shows one", async () => {
  expect(await gtb("mail")).toBe("Rien.\n");
  const mails = new MailFolder(join(home, "mails"), 2);
  const mail = { messageId: "<1@b.fr>", from: "a@b.fr", to: ["marie@evreux.fr"], html: "" };
  for (const hour of ["07", "08", "09"])
    await mails.save({
      ...mail,
      receivedAt: `2026-11-25T${hour}:00:00.000Z`,
      subject: `De ${hour} h`,
      text: `Voici ${hour}.\n`,
    });
  expect(await gtb("mail")).toMatch(/1 .*25\/11\/2026 10:00:00.*marie@evreux\.fr.*De 09 h.*\n.*\n.* 2 .*De 08 h/);
  const listed = JSON.parse(await gtb("mail", "--json", "--limit", "1"));
  expect(listed).toEqual([expect.objectContaining({ number: 1, subject: "De 09 h", to: ["marie@evreux.fr"] })]);
  expect(await gtb("mail", "show", "2")).toMatch(
    /^Reçu .*\nDe .*a@b\.fr\nÀ .*marie@evreux\.fr\nObjet : De 08 h\n\nVoici 08\.\n$/,
  );
  expect(JSON.parse(await gtb("mail", "show", "1", "--json"))).toMatchObject({ number: 1, text: "Voici 09.\n" });
  await expect(gtb("mail", "show", "3")).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("n° 3") });
  const names = await readdir(join(home, "mails"));
  expect(names).toHaveLength(2);
  expect((await stat(join(home, "mails", names[0] ?? ""))).mode & 0o777).toBe(0o600);
});
