let current: string | null = null;

/** What `x-csrf-token` carries from now on; it comes with Me. Kept in memory only: another page cannot read it. */
export function rememberCsrfToken(token: string | null): void {
  current = token;
}

/** Headers that a request which changes something must carry. */
export function csrfHeaders(): Readonly<Record<string, string>> {
  return current === null ? {} : { "x-csrf-token": current };
}
