import { readDocumented } from "./documented-answer.ts";
import type { SignedIn } from "./sign-in.ts";

/** Where the API is, and as whom to call it. */
export interface ApiAccess {
  readonly api: string;
  readonly session: SignedIn;
}

/** The platform's HTTP API, as somebody calls it who is signed in. */
export class Api {
  readonly #url: string;
  readonly #session: SignedIn;

  constructor({ api, session }: ApiAccess) {
    this.#url = api;
    this.#session = session;
  }

  /** Throws, with the answer, for every status but 200. */
  async get<T>(path: string, query: Readonly<Record<string, string | number>> = {}): Promise<T> {
    const url = new URL(`/api/v1${path}`, this.#url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return read<T>("GET", await fetch(url, { headers: { cookie: this.#session.cookie } }), 200);
  }

  /** Throws, with the answer, for every status but 201. */
  async post<T>(path: string, body: unknown): Promise<T> {
    const { cookie, csrfToken } = this.#session;
    const response = await fetch(new URL(`/api/v1${path}`, this.#url), {
      method: "POST",
      headers: { "content-type": "application/json", cookie, "x-csrf-token": csrfToken },
      body: JSON.stringify(body),
    });
    return read<T>("POST", response, 201);
  }
}

async function read<T>(method: string, response: Response, expected: number): Promise<T> {
  const { body, text } = await readDocumented(method, response);
  if (response.status !== expected) throw new Error(`${response.url} answered ${response.status}: ${text}`);
  return body as T;
}
