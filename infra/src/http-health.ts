import { get } from "node:https";

/** Resolves when `GET url` answers 2xx; rejects with the answer's text otherwise: it names what fails. */
export async function checkHttp(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
}

/** The same over TLS, with an authority of our own: no other is trusted for this address. */
export function checkHttps(url: string, ca: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { ca, timeout: 3_000, agent: false }, (response) => {
      response.resume();
      const { statusCode = 0 } = response;
      if (statusCode >= 200 && statusCode < 300) resolve();
      else reject(new Error(`${url} answered ${statusCode}`));
    });
    asked.once("timeout", () => asked.destroy(new Error(`${url} does not answer`)));
    asked.once("error", reject);
  });
}
