import type { Queryable } from "../pool.ts";

export interface NewSignInFlow {
  readonly cookieDigest: Buffer;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly nextPath: string;
  readonly validMinutes: number;
}

/** Remembers who left for the provider; forgets those who did not come back. As gtb_auth, by index. */
export async function insertSignInFlow(db: Queryable, flow: NewSignInFlow): Promise<void> {
  await db.query(
    `with forgotten as (delete from sign_in_flow where expires_at < now())
     insert into sign_in_flow (cookie_digest, state, nonce, code_verifier, next_path, expires_at)
     values ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
    [flow.cookieDigest, flow.state, flow.nonce, flow.codeVerifier, flow.nextPath, flow.validMinutes],
  );
}
