import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { QueryValues } from "../api/request.ts";
import { useFormat } from "../format/use-format.ts";
import { type Cell, downloadCsv } from "./csv.ts";
import { FileLinks } from "./file-links.tsx";
import "./charts.css";

export interface Figures {
  readonly caption: string;
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  /** How many its numbers are shown with; otherwise as many as say something. */
  readonly decimals?: number;
  /** Path and query of the route that has them as a file, where one does; otherwise the page writes the CSV itself. */
  readonly route?: { readonly path: string; readonly values: QueryValues };
}

export interface FigureRow {
  readonly key: string;
  readonly title: string;
  /** Shown in place of the title, such as a button. */
  readonly link?: ReactNode;
  readonly cells: readonly Cell[];
}

/** The numbers of a chart, for those who would rather read, or take them along. */
export function FiguresTable({ figures }: { readonly figures: Figures }) {
  const format = useFormat();
  const { decimals } = figures;
  const write = (value: number | null) =>
    decimals === undefined ? format.amount(value) : format.number(value, decimals);
  return (
    <div className="figures">
      <div className="figures-scroll">
        <table>
          <caption className="visually-hidden">{figures.caption}</caption>
          <thead>
            <tr>
              {figures.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.link ?? row.title}</th>
                {row.cells.map((cell, index) => (
                  <td key={figures.columns[index + 1]} className="number">
                    {typeof cell === "string" ? cell : write(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FigureFiles figures={figures} />
    </div>
  );
}

/** The same figures to take along: the API's files say units, completeness and factors; else what stands in the table. */
function FigureFiles({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (figures.route !== undefined) return <FileLinks {...figures.route} />;
  return (
    <button type="button" className="text-button" onClick={() => downloadCsv(figures, format.locale)}>
      {t("table.download")}
    </button>
  );
}
