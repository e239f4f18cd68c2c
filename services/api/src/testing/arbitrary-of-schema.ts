import fc from "fast-check";
import type { Schema } from "./openapi-routes.ts";

export interface SchemaArbitraries {
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Values for a field of this name; undefined: as its schema says. */
  readonly special: (name: string, schema: Schema) => fc.Arbitrary<unknown> | undefined;
}

const usualTexts = ["Salle 1", "été", "x"];

/** Values that fit a schema. `name`: of the field that it is of. */
export function arbitraryOf(schema: Schema, name: string, context: SchemaArbitraries): fc.Arbitrary<unknown> {
  const special = context.special(name, schema);
  if (special !== undefined) return special;
  if (schema.$ref !== undefined) return arbitraryOf(resolve(schema.$ref, context), name, context);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, name, context)));
  if (schema.allOf !== undefined) return arbitraryOf(merge(schema.allOf, context), name, context);
  return ofType(schema, name, context);
}

function ofType(schema: Schema, name: string, context: SchemaArbitraries): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case "object":
      return objectOf(schema, context);
    case "array":
      return fc.array(arbitraryOf(schema.items ?? {}, name.replace(/s$/, ""), context), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(schema.minItems ?? 0, 3)),
      });
    case "string":
      return textOf(schema);
    case "integer":
      return fc.integer({ min: schema.minimum ?? lowest(schema) ?? -1000, max: schema.maximum ?? 1_000_000 });
    case "number":
      return fc.double({
        min: schema.minimum ?? lowest(schema) ?? -1000,
        max: schema.maximum ?? 1_000_000,
        noNaN: true,
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function lowest({ exclusiveMinimum }: Schema): number | undefined {
  return exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1;
}

function objectOf(schema: Schema, context: SchemaArbitraries): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    name,
    arbitraryOf(field, name, context),
  ]);
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: [...(schema.required ?? [])],
  });
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date-time")
    return fc.constantFrom("2026-11-20T00:00:00Z", "2026-11-23T12:30:00+01:00", "2026-11-25T00:00:00Z");
  if (format === "date") return fc.constantFrom("2026-11-20", "2026-12-31");
  if (format === "email") return fc.constantFrom("quelquun@exemple.fr", "admin@exemple.fr");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const fitting = usualTexts.filter(({ length }) => length >= minLength && length <= maxLength);
  const any = fc.string({ minLength, maxLength: Math.min(maxLength, Math.max(minLength, 60)), unit: "grapheme" });
  return fitting.length === 0 ? any : fc.oneof(fc.constantFrom(...fitting), any);
}

function resolve(reference: string, { schemas }: SchemaArbitraries): Schema {
  const schema = schemas[reference.split("/").at(-1) ?? ""];
  if (schema === undefined) throw new Error(`The document has no ${reference}`);
  return schema;
}

function merge(parts: readonly Schema[], context: SchemaArbitraries): Schema {
  const resolved = parts.map((part) => (part.$ref === undefined ? part : resolve(part.$ref, context)));
  return {
    type: "object",
    properties: Object.assign({}, ...resolved.map(({ properties }) => properties)) as Record<string, Schema>,
    required: resolved.flatMap(({ required }) => required ?? []),
  };
}
