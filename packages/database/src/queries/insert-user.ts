import type { Queryable } from "../pool.ts";

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly locale: "fr" | "en";
  readonly passwordHash: string;
}

/** Adds a user and returns the inner id; as gtb_auth. An address that is taken is a unique violation. */
export async function insertUser(db: Queryable, { email, name, locale, passwordHash }: NewUser): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    "insert into app_user (email, name, locale, password_hash) values ($1, $2, $3, $4) returning id",
    [email, name, locale, passwordHash],
  );
  if (rows[0] === undefined) throw new Error("The user was not added");
  return rows[0].id;
}
