import { Button, Progress } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  askForRun,
  type BroughtFile,
  type FileRun,
  type FileRunDetail,
  importRunQuery,
  refusalsPath,
  refusalsQuery,
} from "../../api/imports.ts";
import { FileLinks } from "../../charts/file-links.tsx";
import { useFormat } from "../../format/use-format.ts";
import { ConfirmDialog } from "../../forms/confirm-dialog.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { MoreButton } from "../../page-state/more-button.tsx";
import { browserTimeZone } from "../../time/local-time.ts";
import { useRunText } from "./run-text.ts";

interface RunProps {
  readonly file: BroughtFile;
  readonly run: FileRun;
}

/** What the latest run does or has done. */
export function ImportRunCard({ file, run }: RunProps) {
  const { t } = useTranslation();
  const runText = useRunText();
  const going = run.state === "queued" || run.state === "running";
  return (
    <section className="surface import-run" aria-label={t("imports.result")}>
      <h2 className="section-title" role="status">
        {runText(file)}
      </h2>
      {going && <RunProgress run={run} />}
      {run.error !== null && (
        <p role="alert" className="import-doubt">
          {run.error}
        </p>
      )}
      {run.state === "done" && <RunResult run={run} />}
      {run.refused > 0 && !going && <Refusals run={run} />}
      {run.state === "done" && run.kind === "import" && <UndoButton file={file} />}
    </section>
  );
}

function RunProgress({ run: { progressDone, progressTotal } }: { readonly run: FileRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = progressTotal ? Math.min(100, (100 * progressDone) / progressTotal) : 100;
  return (
    <>
      <Progress value={share} animated={progressTotal === null} aria-label={t("imports.progress")} />
      <p className="muted">{t("imports.linesDone", { number: format.number(progressDone) })}</p>
    </>
  );
}

function RunResult({ run }: { readonly run: FileRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(importRunQuery(run));
  if (run.kind === "undo") return null;
  const counts = (["lines", "inserted", "superseded", "unchanged", "refused"] as const).map((name) => (
    <div key={name}>
      <dt>{t(run.kind === "check" ? `importCheckCount.${name}` : `importRunCount.${name}`)}</dt>
      <dd className="number">{format.number(run[name])}</dd>
    </div>
  ));
  return (
    <>
      <dl className="import-counts">{counts}</dl>
      {data !== undefined && data.targets.length > 0 && <TargetTable targets={data.targets} />}
    </>
  );
}

function TargetTable({ targets }: { readonly targets: FileRunDetail["targets"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = browserTimeZone();
  return (
    <table className="list-table">
      <thead>
        <tr>
          {(["name", "period", "readings", "least", "greatest", "sum", "gaps"] as const).map((name) => (
            <th scope="col" key={name}>
              {t(`importFound.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {targets.map(({ building, buildingId, name, unit, from, to, readings, least, greatest, sum, gaps }) => (
          <tr key={`${building} ${name}`}>
            <th scope="row">
              <Link to="/buildings/$buildingId" params={{ buildingId }}>
                {building}
              </Link>{" "}
              – {name}
            </th>
            <td data-label={t("importFound.period")}>
              {format.dateTime(from, zone)} – {format.dateTime(to, zone)}
            </td>
            <td data-label={t("importFound.readings")}>{format.number(readings)}</td>
            <td data-label={t("importFound.least")}>{format.exact(least)}</td>
            <td data-label={t("importFound.greatest")}>{format.exact(greatest)}</td>
            <td data-label={t("importFound.sum")}>
              {format.number(Math.round(sum))} {unit.replace(".", "")}
            </td>
            <td data-label={t("importFound.gaps")}>{format.number(gaps)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Refusals({ run }: { readonly run: FileRun }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(refusalsQuery(run.id));
  return (
    <details open={run.refused <= 20}>
      <summary>{t("imports.refusedLines")}</summary>
      <ul className="import-refusals">
        {query.data?.pages
          .flatMap((page) => page.items)
          .map(({ line, column, reason }) => (
            <li key={`${line} ${column}`}>{t("imports.refusal", { line, reason })}</li>
          ))}
      </ul>
      <MoreButton query={query} />
      <FileLinks path={refusalsPath(run.id)} values={{}} />
    </details>
  );
}

function UndoButton({ file }: { readonly file: BroughtFile }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useDialog<true>();
  return (
    <>
      <Button variant="subtle" color="red.9" onClick={() => dialog.open(true)}>
        {t("imports.undo")}
      </Button>
      {dialog.subject && (
        <ConfirmDialog
          title={t("imports.undo")}
          text={t("imports.undoText")}
          confirm={t("imports.undo")}
          onConfirm={() =>
            askForRun(file.id, "undo", null).then(() => client.invalidateQueries({ queryKey: ["import", file.id] }))
          }
          onClose={dialog.close}
        />
      )}
    </>
  );
}
