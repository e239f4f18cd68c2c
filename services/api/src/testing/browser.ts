import type { FastifyInstance, InjectOptions } from "fastify";

interface Seen<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: T;
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** Keeps cookies and the CSRF token as the portal in a browser does. */
export interface Browser {
  readonly cookies: Map<string, string>;
  csrfToken: string | undefined;
  /** `path` is below /api/v1. `headers` come last. */
  send<T>(method: Method, path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Seen<T>>;
}

/** A browser in front of the API, that has been nowhere yet. */
export function openBrowser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>();
  const browser: Browser = {
    cookies,
    csrfToken: undefined,
    send: async <T>(method: Method, path: string, body?: object, headers = {}) => {
      const csrf = browser.csrfToken === undefined ? {} : { "x-csrf-token": browser.csrfToken };
      const options: InjectOptions = {
        method,
        url: `/api/v1${path}`,
        cookies: Object.fromEntries(cookies),
        headers: { ...csrf, ...headers },
        ...(body && { payload: body }),
      };
      const response = await app.inject(options);
      for (const { name, value } of response.cookies) {
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      const isJson = String(response.headers["content-type"]).includes("json");
      return { status: response.statusCode, headers: response.headers, body: (isJson ? response.json() : null) as T };
    },
  };
  return browser;
}
