import { ImportChunkParams } from "@gtb/contracts/imports";
import { Done } from "@gtb/contracts/session";
import { asIdentity } from "@gtb/database/identity";
import { putImportChunk } from "@gtb/database/queries/put-import-chunk";
import type { z } from "zod";
import { found, ProblemError } from "../../problem-error.ts";
import type { RegisterRoute } from "../../route.ts";
import { problemReplies, problemsOf, securityOf } from "../../route-schema.ts";

/** A piece goes through a slow line within the time that a request may take. */
const largestChunkBytes = 4 * 1024 ** 2;

const path = "/api/v1/imports/:importFileId/chunks/:number";

/** The one route that takes bytes. A piece that is sent again takes the place of the first: a cut line loses one piece. */
export const putImportChunkRoute: RegisterRoute = (app, { pool, admit }) => {
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      "application/octet-stream",
      { parseAs: "buffer", bodyLimit: largestChunkBytes },
      (_request, body, done) => done(null, body),
    );
    scope.route({
      method: "POST",
      url: path,
      schema: {
        summary: "A piece of the file, numbered from 0, as application/octet-stream of at most 4 MiB",
        tags: ["imports"],
        ...securityOf("meter:write"),
        params: ImportChunkParams,
        response: {
          201: Done,
          ...problemsOf({ method: "POST", path, allow: "meter:write", tagged: false }),
          ...problemReplies,
        },
      },
      preValidation: (request, reply) => admit(request, reply, { allow: "meter:write" }),
      handler: async (request, reply) => {
        const { importFileId, number } = request.params as z.output<typeof ImportChunkParams>;
        const content: unknown = request.body;
        if (!Buffer.isBuffer(content) || content.length === 0)
          throw new ProblemError("unsupported_media_type", "application/octet-stream with bytes is expected.");
        const kept = await asIdentity(pool, request.caller.identity, (db) =>
          putImportChunk(db, importFileId, number, content),
        );
        found(kept || undefined, "file that still waits for these bytes");
        void reply.code(201).header("cache-control", "no-store");
        return { done: true };
      },
    });
  });
};
