import { randomBytes } from "node:crypto";
import type { Queryable } from "@gtb/database/pool";
import type { Account } from "@gtb/database/queries/find-account";
import { takeTotpStep } from "@gtb/database/queries/take-totp-step";
import { Secret, TOTP } from "otpauth";

const issuer = "GTB";
const periodSeconds = 30;
/** Clocks of phones are a little off: the code before and the one after count too. */
const window = 1;

/** A secret of 160 bits, as RFC 4226 recommends for SHA-1, the only digest that every app knows. */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

/** The secret in base32, and the address for a QR code. */
export function describeTotpSecret(secret: Buffer, email: string): { readonly secret: string; readonly url: string } {
  const totp = totpOf(secret, email);
  return { secret: totp.secret.base32, url: totp.toString() };
}

/** Whether the code is the account's now, and was not taken before; taking it uses it up. The first one confirms. */
export async function takeCode(
  auth: Queryable,
  account: Pick<Account, "userId" | "email" | "totpSecret">,
  code: string,
  now: Date,
): Promise<boolean> {
  if (account.totpSecret === null) return false;
  const delta = totpOf(account.totpSecret, account.email).validate({ token: code, timestamp: now.getTime(), window });
  if (delta === null) return false;
  return takeTotpStep(auth, account.userId, Math.floor(now.getTime() / 1_000 / periodSeconds) + delta);
}

function totpOf(secret: Buffer, label: string): TOTP {
  // A copy: `buffer` of a small Buffer is a slab that it shares with others.
  const bytes = Uint8Array.from(secret);
  return new TOTP({
    issuer,
    label,
    algorithm: "SHA1",
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: bytes.buffer }),
  });
}
