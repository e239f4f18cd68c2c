import type { Queryable } from "../pool.ts";

/** Changes name or language of the identity's own account; what is undefined stays. By primary key. */
export async function updateOwnProfile(
  db: Queryable,
  { name, locale }: { readonly name?: string | undefined; readonly locale?: "fr" | "en" | undefined },
): Promise<void> {
  await db.query(
    "update app_user set name = coalesce($1, name), locale = coalesce($2, locale) where id = current_user_id()",
    [name, locale],
  );
}
