import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A mail as it arrived, in words that a program or a person can read. */
export interface CaughtMail {
  readonly receivedAt: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Mails in a folder, one JSON file each, whose names sort by time. They hold links that let people in: for the owner's eyes. */
export class MailFolder {
  readonly #folder: string;
  readonly #kept: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string, kept = 500) {
    this.#folder = folder;
    this.#kept = kept;
  }

  /** Stores a mail, then drops the oldest beyond the number kept. */
  save(mail: CaughtMail): Promise<void> {
    const saved = this.#last.then(() => this.#save(mail));
    this.#last = saved.catch(() => undefined);
    return saved;
  }

  async #save(mail: CaughtMail): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const name = `${mail.receivedAt.replaceAll(/[^0-9TZ]/g, "")}-${randomBytes(4).toString("hex")}.json`;
    const unfinished = join(this.#folder, `${name}.part`);
    await writeFile(unfinished, `${JSON.stringify(mail, null, 2)}\n`, { mode: 0o600 });
    await rename(unfinished, join(this.#folder, name));
    const names = (await readdir(this.#folder)).filter((file) => file.endsWith(".json")).sort();
    for (const old of names.slice(0, -this.#kept)) await rm(join(this.#folder, old), { force: true });
  }
}
