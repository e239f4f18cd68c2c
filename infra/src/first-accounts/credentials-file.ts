import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";

/** An account that a start has made, with the password that it began with. */
const Credential = z.object({
  name: z.string(),
  email: z.string(),
  password: z.string(),
  role: z.string(),
  organisation: z.string(),
});
export type Credential = z.infer<typeof Credential>;

export function credentialsFile(home: string): string {
  return join(home, "credentials.json");
}

/** What earlier starts of this home have made. */
export async function readCredentials(path: string): Promise<Credential[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "[]";
    throw error;
  });
  return z.array(Credential).parse(JSON.parse(text));
}

/** For its owner alone to read. */
export async function writeCredentials(path: string, credentials: readonly Credential[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
}
