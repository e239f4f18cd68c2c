import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where a platform keeps the passwords that it has made. */
export function secretsFolder(home: string): string {
  return join(home, "secrets");
}

/** Only the owner reads a secret: its folder is closed to all others, and so is the file itself, unless `mode` says so. */
export interface SecretPlace {
  readonly folder: string;
  /** 0644 where a container's user, who is another, must read it. */
  readonly mode?: number | undefined;
}

/** The secret of this name, made at the first call and kept. Several may ask at once: all get the same. */
export async function keepSecret({ folder, mode = 0o600 }: SecretPlace, name: string): Promise<string> {
  const path = join(folder, name);
  const known = await readSecret(path);
  if (known !== undefined) return known;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Written whole beside, then linked: linking fails where another was first.
  const unfinished = `${path}.${randomBytes(6).toString("hex")}`;
  await writeFile(unfinished, randomBytes(24).toString("base64url"), { mode });
  await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(unfinished);
  return (await readSecret(path)) ?? "";
}

async function readSecret(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
