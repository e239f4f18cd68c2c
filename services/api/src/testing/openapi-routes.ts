import type { FastifyInstance } from "fastify";

/** JSON Schema, as far as our document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Operation {
  readonly "x-permission"?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One operation of the document, as a test asks it. */
export interface DocumentedRoute {
  readonly name: string;
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With `{braces}` around parameters. */
  readonly path: string;
  readonly permission: string;
  readonly pathParameters: readonly Parameter[];
  readonly queryParameters: readonly Parameter[];
  readonly body: Schema | undefined;
  /** Its answer has no end. */
  readonly streams: boolean;
  readonly operation: Operation;
}

/** What the app says of itself; that openapi.json says the same is tested elsewhere. */
export async function documentOf(app: FastifyInstance): Promise<Document> {
  return (await app.inject("/api/openapi.json")).json<Document>();
}

/** Every operation of a document, in its order. */
export function routesOf({ paths }: Document): DocumentedRoute[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]): DocumentedRoute => {
      const method = verb.toUpperCase() as DocumentedRoute["method"];
      const parameters = operation.parameters ?? [];
      return {
        name: `${method} ${path}`,
        method,
        path,
        permission: operation["x-permission"] ?? "signed-in",
        pathParameters: parameters.filter((parameter) => parameter.in === "path"),
        queryParameters: parameters.filter((parameter) => parameter.in === "query"),
        body: operation.requestBody?.content["application/json"]?.schema,
        streams: operation.responses["200"]?.content?.["text/event-stream"] !== undefined,
        operation,
      };
    }),
  );
}
