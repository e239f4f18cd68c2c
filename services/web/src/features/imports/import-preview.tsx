import { useTranslation } from "react-i18next";
import type { FilePreview } from "../../api/imports.ts";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";

/** The first values as they would be stored, and the first lines as they stand in the file. */
export function ImportPreview({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="section-title">{t("imports.preview")}</h3>
      {preview.misfit !== null && (
        <p role="alert" className="import-doubt">
          {preview.misfit}
        </p>
      )}
      {preview.values.length > 0 && <ValueTable values={preview.values} zone={preview.mapping.time.timeZone} />}
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

function ValueTable({ values, zone }: { readonly values: FilePreview["values"]; readonly zone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="import-scroll">
      <table className="list-table">
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
          {values.map(({ line, column, target, start, time, value, unit, problem }) => (
            <tr key={`${line} ${column}`} data-testid="previewed-value">
              <th scope="row">{line}</th>
              <td data-label={t("importPreviewed.for")}>{target || unknown}</td>
              <td data-label={t("importPreviewed.from")}>{start ? format.dateTime(start, zone) : unknown}</td>
              <td data-label={t("importPreviewed.to")}>{format.dateTime(time, zone)}</td>
              <td data-label={t("importPreviewed.value")} className="number">
                {format.exact(value)} {unit === "none" ? "" : unit.replace(".", "")}
              </td>
              <td className={problem === null ? "" : "import-doubt"}>{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
