import { Done, Me, type SignInBody, SignInWays } from "@gtb/contracts/session";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { rememberCsrfToken } from "./csrf-token.ts";
import { apiUrl, get, post } from "./request.ts";

export type SignedInUser = z.output<typeof Me>;

/** Who is signed in. Asked again when somebody comes back to the page: rights change meanwhile. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }) => {
    const me = await get(Me, apiUrl("/me"), signal);
    rememberCsrfToken(me.csrfToken);
    return me;
  },
  staleTime: 60_000,
});

export const signInWaysQuery = queryOptions({
  queryKey: ["sign-in-ways"],
  queryFn: ({ signal }) => get(SignInWays, apiUrl("/sign-in/ways"), signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Opens a session, which its cookie carries from now on. */
export async function signIn(body: SignInBody): Promise<SignedInUser> {
  const me = await post(Me, apiUrl("/sign-in"), body);
  rememberCsrfToken(me.csrfToken);
  return me;
}

export async function signOut(): Promise<void> {
  await post(Done, apiUrl("/sign-out"), {});
  rememberCsrfToken(null);
}

/** The address that leads to the agency's provider and, after it, back to `next`. */
export function providerSignInUrl(next: string): string {
  return apiUrl("/oidc/start", { next });
}

/** Sends a link to whoever has an account with this address; the answer does not tell whether there is one. */
export function requestPasswordReset(email: string) {
  return post(Done, apiUrl("/password-resets"), { email });
}

export function completePasswordReset(token: string, password: string) {
  return post(Done, apiUrl("/password-resets/complete"), { token, password });
}
