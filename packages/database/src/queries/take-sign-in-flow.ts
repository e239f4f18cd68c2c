import type { Queryable } from "../pool.ts";

export interface SignInFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly nextPath: string;
}

/** What was remembered of a sign-in at the provider: once, and while it holds. As gtb_auth, by primary key. */
export async function takeSignInFlow(db: Queryable, cookieDigest: Buffer): Promise<SignInFlow | undefined> {
  const { rows } = await db.query<SignInFlow & { readonly holds: boolean }>(
    `delete from sign_in_flow where cookie_digest = $1
     returning state, nonce, code_verifier as "codeVerifier", next_path as "nextPath", expires_at > now() as holds`,
    [cookieDigest],
  );
  return rows[0]?.holds ? rows[0] : undefined;
}
