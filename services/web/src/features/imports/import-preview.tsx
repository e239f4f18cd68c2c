import { useTranslation } from "react-i18next";
import type { FilePreview } from "../../api/imports.ts";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";

/** The first values as they would be stored, and the first lines as they stand in the file. */
export function ImportPreview({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation();
  const shared = sharedProblem(preview.values);
  return (
    <>
      <h3 className="section-title">{t("imports.preview")}</h3>
      {preview.misfit !== null && (
        <p role="alert" className="import-doubt">
          {preview.misfit}
        </p>
      )}
      {shared !== null && <p className="import-doubt">{t("imports.allRefused", { reason: shared })}</p>}
      {preview.values.length > 0 && (
        <ValueTable values={preview.values} told={shared !== null} zone={preview.mapping.time.timeZone} />
      )}
      {preview.refusals.length > 0 && (
        <ul className="import-refusals">
          {preview.refusals.map(({ line, column, reason }) => (
            <li key={`${line} ${column}`}>{t("imports.refusal", { line, reason })}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t("imports.asInFile")}</summary>
        <RecordTable records={preview.records} />
      </details>
    </>
  );
}

/** The one problem that every value has, where a person has more than one line of it. */
function sharedProblem(values: FilePreview["values"]): string | null {
  const problems = new Set(values.map(({ problem }) => problem));
  return values.length > 1 && problems.size === 1 ? (values[0]?.problem ?? null) : null;
}

type Previewed = FilePreview["values"][number];

interface ValueTableProps {
  readonly values: FilePreview["values"];
  /** The problem of all stands above already. */
  readonly told: boolean;
  readonly zone: string;
}

function ValueTable({ values, told, zone }: ValueTableProps) {
  const { t } = useTranslation();
  return (
    <div className="import-scroll">
      <table className="list-table import-values">
        <thead>
          <tr>
            {(["line", "for", "from", "to", "value", "problem"] as const).map((name) => (
              <th scope="col" key={name}>
                {t(`importPreviewed.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <ValueRow key={`${value.line} ${value.column}`} value={value} told={told} zone={zone} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ValueRow({ value: previewed, told, zone }: Omit<ValueTableProps, "values"> & { readonly value: Previewed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { line, target, start, time, value, unit, problem } = previewed;
  return (
    <tr data-testid="previewed-value">
      <th scope="row">{line}</th>
      <td data-label={t("importPreviewed.for")}>{target || unknown}</td>
      <td data-label={t("importPreviewed.from")}>{start ? format.dateTime(start, zone) : unknown}</td>
      <td data-label={t("importPreviewed.to")}>{format.dateTime(time, zone)}</td>
      <td data-label={t("importPreviewed.value")} className="number">
        {format.exact(value)} {unit === "none" ? "" : unit.replace(".", "")}
      </td>
      <td className={problem === null || told ? "" : "import-doubt"}>{told ? null : problem}</td>
    </tr>
  );
}

function RecordTable({ records }: { readonly records: FilePreview["records"] }) {
  return (
    <div className="import-scroll">
      <table className="import-records">
        <tbody>
          {records.map(({ line, fields }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {byPlace(fields).map(([place, field]) => (
                <td key={place}>{field}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A cell of a file has no other name than its place. */
const byPlace = (fields: readonly string[]) => fields.map((field, at) => [`column-${at}`, field] as const);
