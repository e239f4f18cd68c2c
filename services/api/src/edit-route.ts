import type { Connection } from "@gtb/database/pool";
import { type EditableTable, lockForEdit } from "@gtb/database/queries/lock-for-edit";
import type { Action } from "@gtb/domain/access/permission";
import { z } from "zod";
import { type DeclaredPart, refuseStale, requireIfMatch } from "./etag.ts";
import { found } from "./problem-error.ts";
import { type RegisterRoute, route } from "./route.ts";

export interface EditDefinition<Body extends z.ZodType, Reply extends z.ZodType> {
  readonly path: `/api/v1/${string}`;
  readonly allow: Action;
  readonly summary: string;
  readonly table: EditableTable;
  readonly params: z.ZodType<Readonly<Record<string, string>>>;
  readonly body: Body;
  /** Of the GET of the same path: its `etag` is what an edit names. */
  readonly reply: Reply;
  readonly declared?: DeclaredPart;
  readonly read: (db: Connection, id: string, now: Date) => Promise<z.output<Reply> | undefined>;
  /** Throws where the body does not fit. */
  readonly change: (db: Connection, id: string, body: z.output<Body>) => Promise<void>;
}

/**
 * An edit of one thing, of the version that the caller has seen: of two at the same time the second waits for the first,
 * and is then refused.
 */
export function editRoute<Body extends z.ZodType, Reply extends z.ZodType>(
  definition: EditDefinition<Body, Reply>,
): RegisterRoute {
  const { table, reply, declared, read, change } = definition;
  const { path, allow, summary, params, body } = definition;
  return route({
    method: "PATCH",
    path,
    allow,
    summary,
    params,
    body,
    reply,
    tagged: true,
    ...(declared && { declared }),
    handler: async ({ db, now, request, ...input }) => {
      const id = String(Object.values(input.params)[0]);
      const tags = requireIfMatch(request);
      found((await lockForEdit(db, table, id)) || undefined, table);
      const before = found(await read(db, id, now), table);
      refuseStale(tags, JSON.stringify(z.encode(reply, before)), declared);
      await change(db, id, input.body);
      return found(await read(db, id, now), table);
    },
  });
}
