import fc from "fast-check";
import type { Request } from "./foreign-requests.ts";

/** What nobody should send, and somebody will. */
const odd: readonly unknown[] = [
  null,
  "",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "٣",
  "-1",
  "1e999",
  "9".repeat(400),
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "-000001-01-01T00:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  "'; select pg_sleep(9); --",
  "%00",
  "{{7*7}}",
  -1,
  0,
  1e308,
  -0.5,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  true,
  [],
  {},
  [[[[[]]]]],
  { $ne: null },
  "x".repeat(20_000),
];
const oddValue = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The request with some of its body's fields, its query or its path made odd. */
export function mutated({ method, url, body }: Request): fc.Arbitrary<Request> {
  return fc
    .record({ url: mutatedUrl(url), body: body === undefined ? fc.constant(undefined) : mutatedBody(body) })
    .map((parts) => ({
      method,
      url: parts.url,
      ...(parts.body !== undefined && { body: parts.body }),
    }));
}

function mutatedBody(body: unknown): fc.Arbitrary<unknown> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return oddValue;
  const fields = Object.keys(body);
  const change = fc.tuple(fc.constantFrom(...fields, "unknown", "__proto__", "constructor"), oddValue);
  const changed = fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => ({ ...body, ...Object.fromEntries(changes) }));
  const without = fc
    .subarray(fields)
    .map((kept) => Object.fromEntries(kept.map((name) => [name, Reflect.get(body, name)])));
  return fc.oneof(
    { arbitrary: changed, weight: 6 },
    { arbitrary: without, weight: 2 },
    { arbitrary: oddValue, weight: 1 },
  );
}

function mutatedUrl(url: string): fc.Arbitrary<string> {
  const [path = "", query = ""] = url.split("?");
  const oddText = oddValue.map((value) =>
    encodeURIComponent(typeof value === "string" ? value.toWellFormed().slice(0, 3_000) : JSON.stringify(value)),
  );
  const inPath = fc.tuple(fc.nat(12), oddText).map(([index, text]) => {
    const parts = path.split("/");
    return [...parts.slice(0, 4 + (index % 3)), text, ...parts.slice(5 + (index % 3))].join("/");
  });
  const names = [...new URLSearchParams(query).keys(), "limit", "cursor", "unknown"];
  const inQuery = fc
    .tuple(fc.constantFrom(...names), oddText)
    .map(([name, text]) => `${path}?${query}&${name}=${text}`);
  return fc.oneof(
    { arbitrary: fc.constant(url), weight: 4 },
    { arbitrary: inQuery, weight: 3 },
    { arbitrary: inPath, weight: 1 },
  );
}
