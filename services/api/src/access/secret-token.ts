import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A random secret of 256 bits as text; `prefix` tells what it is for, and lets scanners of repositories find it. */
export function newSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString("base64url")}`;
}

/** What is kept of a secret. It has 256 random bits: a plain digest cannot be turned back, and needs no salt. */
export function digestOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

export function isDigestOf(digest: Buffer, secret: string): boolean {
  return timingSafeEqual(digest, digestOf(secret));
}
