/** The platform's HTTP API, as anybody would call it. */
export class Api {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Throws, with the answer, for every status but 200. */
  async get<T>(path: string, query: Readonly<Record<string, string | number>> = {}): Promise<T> {
    const url = new URL(`/api/v1${path}`, this.#url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return read<T>(await fetch(url), 200);
  }

  /** Throws, with the answer, for every status but 201. */
  async post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(new URL(`/api/v1${path}`, this.#url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return read<T>(response, 201);
  }
}

async function read<T>(response: Response, expected: number): Promise<T> {
  if (response.status !== expected) {
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  }
  return (await response.json()) as T;
}
