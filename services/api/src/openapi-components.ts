interface Document {
  readonly paths?: unknown;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/** What no route's schema can refer to, as it goes out as events. */
const eventSchemas = ["LiveReadings", "LiveConsumption"];

/**
 * The document without schemas that nothing refers to: zod's registry gives each one twice, as it comes in and as it
 * goes out.
 */
export function withoutUnusedSchemas<T extends Document>(document: T): T {
  const schemas = document.components?.schemas ?? {};
  const used = new Set<string>();
  const waiting = [...eventSchemas, ...referencesIn(document.paths)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name) || schemas[name] === undefined) continue;
    used.add(name);
    waiting.push(...referencesIn(schemas[name]));
  }
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  const sorted = kept.sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(sorted) } };
}

function referencesIn(part: unknown): string[] {
  const text = JSON.stringify(part ?? null);
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].flatMap(([, name]) => (name ? [name] : []));
}
