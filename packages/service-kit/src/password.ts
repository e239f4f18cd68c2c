import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** OWASP's second recommendation (2024): 19 MiB, two passes, one lane; about 40 ms on one core of a small server. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const derive = promisify(argon2);

/** An argon2id digest in PHC form: it carries its own costs, so that raising them leaves older digests readable. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { ...cost, tagLength, nonce, message: Buffer.from(password.normalize("NFKC")) });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether this is the password of the digest; false too for a digest of another kind. Takes as long as hashing. */
export async function verifyPassword(digest: string, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(digest);
  const [, memory, passes, parallelism, nonce, expected] = parts ?? [];
  if (nonce === undefined || expected === undefined) return false;
  const wanted = Buffer.from(expected, "base64");
  const found = await derive("argon2id", {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
    nonce: Buffer.from(nonce, "base64"),
    message: Buffer.from(password.normalize("NFKC")),
  });
  return timingSafeEqual(wanted, found);
}

/** PHC strings leave the padding away. */
function base64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
