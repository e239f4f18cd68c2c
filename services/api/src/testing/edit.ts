import type { ApiClient } from "./api-under-test.ts";

/** Changes something as it is now: with the tag of what is there; with one that fits nothing where nothing is seen. */
export async function edit<T>(client: ApiClient, url: string, body: object) {
  const { headers } = await client.get(url);
  return client.patch<T>(url, body, { "if-match": String(headers["etag"] ?? '"nothing.nothing"') });
}
