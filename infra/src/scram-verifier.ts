import { createHash, createHmac, pbkdf2Sync } from "node:crypto";

const rounds = 4_096;

/**
 * What PostgreSQL keeps of a password (RFC 5803, SCRAM-SHA-256): given this instead of the password, no statement and no
 * log of the server ever holds it. For generated passwords, of plain ASCII; the salt follows from `salt` and password, so
 * that a start which changes nothing changes nothing.
 */
export function scramVerifier(password: string, salt: string): string {
  const saltBytes = createHmac("sha256", password).update(salt).digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, saltBytes, rounds, 32, "sha256");
  const key = (name: string) => createHmac("sha256", salted).update(name).digest();
  const storedKey = createHash("sha256").update(key("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${saltBytes.toString("base64")}$${storedKey}:${key("Server Key").toString("base64")}`;
}
