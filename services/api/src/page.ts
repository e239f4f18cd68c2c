import { z } from "zod";
import { ProblemError } from "./problem-error.ts";

/** Where a list sorted by name goes on. */
const NamePosition = z.tuple([z.string(), z.uuid()]);

/** Reads what `toPage` wrote. Throws the problem `invalid_cursor` on anything else. */
export function readCursor<T extends z.ZodType>(cursor: string | undefined, position: T): z.output<T> | undefined {
  if (cursor === undefined) return undefined;
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new ProblemError("invalid_cursor", "`cursor` is not a `nextCursor` of this list.", [
      { path: "query.cursor", message: "not a cursor of this list" },
    ]);
  }
}

/** Where a list by name goes on after `cursor`. */
export function readNameCursor(cursor: string | undefined): { name: string; id: string } | undefined {
  const position = readCursor(cursor, NamePosition);
  return position && { name: position[0], id: position[1] };
}

/** A page from one row more than asked for, which only tells that another page follows. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => readonly string[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined
      ? Buffer.from(JSON.stringify(positionOf(last))).toString("base64url")
      : null;
  return { items, nextCursor };
}

/** Position of a row in a list by name. */
export function namePosition({ name, id }: { readonly name: string; readonly id: string }): readonly string[] {
  return [name, id];
}
