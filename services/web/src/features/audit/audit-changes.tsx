import { roles } from "@gtb/domain/access/permission";
import { useTranslation } from "react-i18next";
import type { ListedEvent } from "../../api/audit.ts";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";
import { browserTimeZone } from "../../time/local-time.ts";
import { useFieldText } from "./audit-field.ts";
import { changesOf, type FieldChange, timeRangeOf } from "./audit-values.ts";

const shownAtOnce = 3;

/** What was before and what is after, field by field; many are folded. */
export function AuditChanges({ event }: { readonly event: ListedEvent }) {
  const { t } = useTranslation();
  if (event.erased) return <span className="muted">{t("audit.erased")}</span>;
  const changes = changesOf(event);
  if (changes.length === 0) return null;
  if (changes.length <= shownAtOnce) return <ChangeList changes={changes} />;
  return (
    <details>
      <summary>{t("audit.fields", { count: changes.length })}</summary>
      <ChangeList changes={changes} />
    </details>
  );
}

function ChangeList({ changes }: { readonly changes: readonly FieldChange[] }) {
  const fieldText = useFieldText();
  return (
    <dl className="audit-fields">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{fieldText(change.field)}</dt>
          <dd>
            <ChangedValue change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ChangedValue({ change: { before, after } }: { readonly change: FieldChange }) {
  const { t } = useTranslation();
  const textOf = useValueText();
  if (before === undefined) return <ins>{textOf(after)}</ins>;
  if (after === undefined) return <del>{textOf(before)}</del>;
  return (
    <>
      <del>
        <span className="visually-hidden">{t("audit.before")}</span> {textOf(before)}
      </del>{" "}
      <span aria-hidden="true">→</span>{" "}
      <ins>
        <span className="visually-hidden">{t("audit.after")}</span> {textOf(after)}
      </ins>
    </>
  );
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

/** A value of any kind as people read it. */
function useValueText(): (value: unknown) => string {
  const { t } = useTranslation();
  const textOfString = useStringText();
  const format = useFormat();
  const textOf = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return unknown;
    if (typeof value === "boolean") return t(value ? "live.yes" : "live.no");
    if (typeof value === "number") return format.exact(value);
    if (Array.isArray(value)) return value.length === 0 ? unknown : value.map(textOf).join(", ");
    if (typeof value !== "object") return textOfString(String(value));
    const { name } = value as { readonly name?: unknown };
    // A name of null is of what was erased, or is not ours to see.
    if (name === null) return unknown;
    return typeof name === "string" ? name : JSON.stringify(value);
  };
  return textOf;
}

/** A text, which may be a time, a range of times, a role or something that is kept from view. */
function useStringText(): (text: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const time = (at: Date) => format.dateTimeWithSeconds(at, browserTimeZone());
  return (text) => {
    if (text === "[hidden]") return t("audit.hidden");
    const role = roles.find((one) => one === text);
    if (role !== undefined) return t(`role.${role}`);
    if (instant.test(text) && !Number.isNaN(Date.parse(text))) return time(new Date(text));
    const range = timeRangeOf(text);
    if (range === undefined) return text;
    const { from, until } = range;
    const start = from === null ? [] : [t("audit.rangeFrom", { time: time(from) })];
    const end = until === null ? [] : [t("audit.rangeUntil", { time: time(until) })];
    return [...start, ...end].join(" ") || unknown;
  };
}
