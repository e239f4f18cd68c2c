import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { findHome } from "@gtb/service-kit/running-platform";
import { z } from "zod";

/** A mail as the catcher of `npm start` keeps it. */
const Mail = z.object({
  receivedAt: z.coerce.date(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type Mail = z.output<typeof Mail>;

/** The caught mails, the newest first, at most `limit`. */
export async function readMails(limit: number): Promise<readonly Mail[]> {
  const folder = join(findHome(), "mails");
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, limit);
  const mails = await Promise.all(newest.map((name) => readMail(join(folder, name))));
  return mails.filter((mail) => mail !== undefined);
}

/** Undefined for one that the catcher has just dropped. */
async function readMail(path: string): Promise<Mail | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : Mail.parse(JSON.parse(text));
}
