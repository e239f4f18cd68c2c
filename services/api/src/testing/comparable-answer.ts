interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;
/** Drawn at random or made of what was: two worlds differ in them. */
const random = new Set(["requestId", "secret", "hint", "csrfToken", "url"]);
const started = Date.now() - 60_000;

/**
 * An answer without what differs each time it is asked: ids that were made meanwhile, instants of now, secrets. `known`:
 * ids that were there before.
 */
export function comparable({ body }: Answer, known: ReadonlySet<string>): unknown {
  const steady = body
    .replaceAll(uuid, (id) => (known.has(id) ? id : "<new>"))
    .replaceAll(instant, (text) => (Date.parse(text) >= started ? "<now>" : text));
  try {
    return JSON.parse(steady, (key, value: unknown) => {
      if (random.has(key)) return `<${key}>`;
      return key === "nextCursor" && value !== null ? "<cursor>" : value;
    });
  } catch {
    return steady;
  }
}
