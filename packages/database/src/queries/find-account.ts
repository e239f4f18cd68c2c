import type { Queryable } from "../pool.ts";

/** What decides whether somebody comes in. Never leaves the API. */
export interface Account {
  readonly userId: number;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: "fr" | "en";
  readonly passwordHash: string | null;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmedAt: Date | null;
}

/** The account of an address or an inner id, unless it was disabled. As gtb_auth, by index. */
export async function findAccount(
  db: Queryable,
  by: { readonly email: string } | { readonly userId: number },
): Promise<Account | undefined> {
  const [column, value] = "email" in by ? ["email", by.email] : ["id", by.userId];
  const { rows } = await db.query<Account>(
    `select id as "userId", uuid as id, email, name, locale, password_hash as "passwordHash",
            totp_secret as "totpSecret", totp_confirmed_at as "totpConfirmedAt"
       from app_user where ${column} = $1 and disabled_at is null and erased_at is null`,
    [value],
  );
  return rows[0];
}
