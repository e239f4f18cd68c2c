import type { Credential } from "./running-platform.ts";

interface SignedIn {
  /** For the header `cookie` */
  readonly cookie: string;
  readonly csrfToken: string;
}

export interface ImportRunAnswer {
  readonly id: string;
  readonly state: "queued" | "running" | "done" | "failed";
  readonly progressDone: number;
  readonly progressTotal: number | null;
  readonly lines: number;
  readonly inserted: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly error: string | null;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
}

interface PreviewAnswer {
  readonly preset: string | null;
  readonly mapping: object;
}

const pieceBytes = 1024 ** 2;

/** What the portal asks of the API to bring a file. */
export class ImportClient {
  readonly #api: string;
  readonly #session: SignedIn;

  /** As the portal signs in. Throws, with the status, where that is refused. */
  static async signIn(api: string, { email, password }: Credential): Promise<ImportClient> {
    const response = await fetch(`${api}/api/v1/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
    const { csrfToken } = (await response.json()) as { readonly csrfToken: string };
    return new ImportClient(api, { cookie: response.headers.getSetCookie()[0]?.split(";", 1)[0] ?? "", csrfToken });
  }

  private constructor(api: string, session: SignedIn) {
    this.#api = api;
    this.#session = session;
  }

  get<T>(path: string): Promise<T> {
    return this.#ask<T>("GET", path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.#ask<T>("POST", path, JSON.stringify(body), "application/json");
  }

  /** Sends the bytes piece by piece; resolves with the file's id. */
  async send(name: string, organisation: string, bytes: Buffer): Promise<string> {
    const { id } = await this.post<{ id: string }>("/imports", { organisation, name, bytes: bytes.length });
    for (let at = 0, number = 0; at < bytes.length; at += pieceBytes, number++)
      await this.#ask("POST", `/imports/${id}/chunks/${number}`, bytes.subarray(at, at + pieceBytes));
    return id;
  }

  preview(file: string): Promise<PreviewAnswer> {
    return this.post(`/imports/${file}/preview`, { mapping: null });
  }

  startImport(file: string, mapping: object): Promise<ImportRunAnswer> {
    return this.post(`/imports/${file}/runs`, { kind: "import", mapping });
  }

  /** Throws, with the answer, for every status from 400 on. */
  async #ask<T>(
    method: string,
    path: string,
    body?: string | Uint8Array,
    type = "application/octet-stream",
  ): Promise<T> {
    const { cookie, csrfToken } = this.#session;
    const headers = { cookie, "x-csrf-token": csrfToken, ...(body === undefined ? {} : { "content-type": type }) };
    const response = await fetch(`${this.#api}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}
