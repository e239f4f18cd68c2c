import { readFile } from "node:fs/promises";
import { readDocumented } from "./documented-answer.ts";

/** An account that a start of the platform has made, as its `credentials.json` tells. */
export interface Credential {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly organisation: string;
}

/** Somebody who is signed in, as a browser keeps it. */
export interface SignedIn {
  /** For the header `cookie`: name and value. */
  readonly cookie: string;
  readonly csrfToken: string;
}

/** The first account with this role. */
export async function credentialOf(credentialsFile: string, role: string): Promise<Credential> {
  const credentials = JSON.parse(await readFile(credentialsFile, "utf8")) as readonly Credential[];
  const found = credentials.find((credential) => credential.role === role);
  if (found === undefined) throw new Error(`${credentialsFile} has no ${role}`);
  return found;
}

/** Signs in with address and password, as the portal does. Throws, with the answer, where that is refused. */
export async function signIn(
  apiUrl: string,
  { email, password }: Pick<Credential, "email" | "password">,
): Promise<SignedIn> {
  const response = await fetch(new URL("/api/v1/sign-in", apiUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const { body, text } = await readDocumented("POST", response);
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${text}`);
  const { csrfToken } = body as { csrfToken: string };
  const cookie = response.headers.getSetCookie()[0]?.split(";", 1)[0] ?? "";
  return { cookie, csrfToken };
}
