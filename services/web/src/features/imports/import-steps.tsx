import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BroughtFile, choicesQuery, type FilePreview, type Mapping, previewQuery } from "../../api/imports.ts";
import { ProblemError } from "../../api/request.ts";
import { FormError } from "../../forms/form-error.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { ImportActions } from "./import-actions.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportRunCard } from "./import-run.tsx";
import { MappingForm } from "./mapping-form.tsx";
import { Curveless, MeterChoice } from "./meter-choice.tsx";

/** How the file is read, with what comes of it; below, the check and the import. */
export function ImportSteps({ file }: { readonly file: BroughtFile }) {
  const { t } = useTranslation();
  const run = file.latestRun;
  const [mapping, setMapping] = useState<Mapping | null>(run?.mapping ?? null);
  const preview = useQuery({ ...previewQuery(file.id, mapping), enabled: file.prunedAt === null });
  const going = run?.state === "queued" || run?.state === "running";
  const current = mapping ?? preview.data?.mapping;
  return (
    <>
      {run !== null && <ImportRunCard file={file} run={run} />}
      {file.prunedAt !== null && <p className="muted">{t("imports.prunedText")}</p>}
      {!going && file.prunedAt === null && (
        <section className="surface" aria-labelledby="mapping-title">
          <h2 id="mapping-title" className="section-title">
            {t("imports.mapping")}
          </h2>
          {current === undefined ? (
            <Unread preview={preview} />
          ) : (
            <MappingStep {...{ file, mapping: current, preview, onChange: setMapping }} />
          )}
        </section>
      )}
    </>
  );
}

/** A file that cannot be read stays so: trying again would only disappoint. */
function Unread({ preview }: { readonly preview: Parameters<typeof PendingOrFailed>[0]["query"] }) {
  const { error } = preview;
  if (error instanceof ProblemError && error.problem.code === "unreadable_file") return <FormError error={error} />;
  return <PendingOrFailed query={preview} />;
}

interface MappingStepProps {
  readonly file: BroughtFile;
  readonly mapping: Mapping;
  readonly preview: { readonly data: FilePreview | undefined; readonly error: Error | null };
  readonly onChange: (mapping: Mapping) => void;
}

function MappingStep({ file, mapping, preview, onChange }: MappingStepProps) {
  const { t } = useTranslation();
  const { data: choices } = useQuery(choicesQuery(file.organisation.id));
  const { data } = preview;
  // The first answer alone says what was recognised: later ones are of a mapping that somebody chose.
  const { data: proposed } = useQuery(previewQuery(file.id, null));
  const recognised = proposed?.preset ?? null;
  return (
    <>
      {recognised !== null && <p>{t("imports.recognised", { name: recognised })}</p>}
      {proposed?.doubts.map((doubt) => (
        <p key={doubt} className="import-doubt">
          {doubt}
        </p>
      ))}
      <MeterChoice {...{ mapping, onChange }} registers={choices?.registers ?? []} />
      <MappingForm {...{ mapping, choices, onChange }} records={data?.records ?? []} recognised={recognised !== null} />
      <FormError error={preview.error} />
      {data && <Curveless mapping={mapping} curveless={data.curveless} />}
      {data && <ImportPreview preview={data} />}
      <ImportActions {...{ file, mapping }} />
    </>
  );
}
