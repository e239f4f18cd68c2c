import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { z } from "zod";
import { sessionCookie } from "./access/session-cookie.ts";
import { withoutUnusedSchemas } from "./openapi-components.ts";

type ZodToJson = NonNullable<Parameters<typeof z.toJSONSchema>[1]>;

const zodToJsonConfig: Pick<ZodToJson, "unrepresentable" | "override"> = {
  // A Timestamp is a Date for its handler and text on the wire: the document describes the wire.
  unrepresentable: ({ zodSchema }) =>
    zodSchema._zod.def.type === "date" ? { type: "string", format: "date-time" } : "throw",
  // What these formats look like is known; zod's patterns for them are hundreds of characters each time.
  override: ({ jsonSchema }) => {
    if (jsonSchema.format === "uuid" || jsonSchema.format === "date-time") delete jsonSchema.pattern;
  },
};

const addComponents = createJsonSchemaTransformObject({ zodToJsonConfig });

const securitySchemes = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: sessionCookie,
    description: "Of a signed-in person; what changes something also carries the session's token in `x-csrf-token`",
  },
  token: { type: "http", scheme: "bearer", description: "A personal API token, `gtb_…`" },
} as const;

/** Collects the routes registered after it into an OpenAPI 3.1 document: `app.swagger()`. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "GTB",
        version: "1",
        description:
          "Buildings of communes: sensors, readings, consumption. Instants are ISO 8601 in UTC; periods are `[from, to)`; " +
          "`null` means unknown, never 0. Problems follow RFC 9457.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      components: { securitySchemes },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) => withoutUnusedSchemas(addComponents(document)),
  });
}
