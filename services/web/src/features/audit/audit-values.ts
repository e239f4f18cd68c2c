import type { ListedEvent } from "../../api/audit.ts";

/** One field of what was changed; undefined where it was not there. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Numbers by which the database ties rows together: they say nothing where the whole row came or went. */
const internal = /^(id|uuid|.*_id|granted_by|invited_by)$/;

/** The fields that differ; of what was made or removed, those that say something. */
export function changesOf({ before, after }: Pick<ListedEvent, "before" | "after">): FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields]
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
    .filter(({ field, before: was, after: is }) => {
      if (was !== undefined && is !== undefined) return true;
      return !internal.test(field) && (was ?? is ?? null) !== null;
    });
}

export interface TimeRange {
  readonly from: Date | null;
  readonly until: Date | null;
}

/** A range of times as PostgreSQL writes it, such as `["2026-11-25 03:00:00+00",)`. */
export function timeRangeOf(text: string): TimeRange | undefined {
  const parts = /^[[(]"?([^",]*)"?,"?([^",]*)"?[\])]$/.exec(text);
  if (parts === null) return undefined;
  const [from, until] = [parts[1] ?? "", parts[2] ?? ""].map(timeOf);
  return from === undefined || until === undefined ? undefined : { from, until };
}

/** null: no bound; undefined: no time. */
function timeOf(text: string): Date | null | undefined {
  if (text === "" || text === "infinity" || text === "-infinity") return null;
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const iso = text.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00");
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
