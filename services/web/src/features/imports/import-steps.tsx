import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  askForRun,
  type BroughtFile,
  choicesQuery,
  type Mapping,
  previewQuery,
  saveMapping,
} from "../../api/imports.ts";
import { FormError } from "../../forms/form-error.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportRunCard } from "./import-run.tsx";
import { MappingForm } from "./mapping-form.tsx";

/** How the file is read, with what comes of it; below, the check and the import. */
export function ImportSteps({ file }: { readonly file: BroughtFile }) {
  const { t } = useTranslation();
  const run = file.latestRun;
  const [mapping, setMapping] = useState<Mapping | null>(run?.mapping ?? null);
  const preview = useQuery(previewQuery(file.id, mapping));
  const going = run?.state === "queued" || run?.state === "running";
  const current = mapping ?? preview.data?.mapping;
  return (
    <>
      {run !== null && <ImportRunCard file={file} run={run} />}
      {!going && (
        <section className="surface" aria-labelledby="mapping-title">
          <h2 id="mapping-title" className="section-title">
            {t("imports.mapping")}
          </h2>
          {current === undefined ? (
            <PendingOrFailed query={preview} />
          ) : (
            <MappingStep {...{ file, mapping: current, preview, onChange: setMapping }} />
          )}
        </section>
      )}
    </>
  );
}

interface MappingStepProps {
  readonly file: BroughtFile;
  readonly mapping: Mapping;
  readonly preview: {
    readonly data: import("../../api/imports.ts").FilePreview | undefined;
    readonly error: Error | null;
  };
  readonly onChange: (mapping: Mapping) => void;
}

function MappingStep({ file, mapping, preview, onChange }: MappingStepProps) {
  const { t } = useTranslation();
  const { data: choices } = useQuery(choicesQuery(file.organisation.id));
  const { data } = preview;
  return (
    <>
      {data?.preset && <p>{t("imports.recognised", { name: data.preset })}</p>}
      {data?.doubts.map((doubt) => (
        <p key={doubt} className="import-doubt">
          {doubt}
        </p>
      ))}
      <MappingForm {...{ mapping, choices, onChange }} records={data?.records ?? []} />
      <FormError error={preview.error} />
      {data && <ImportPreview preview={data} />}
      <ImportActions {...{ file, mapping }} />
    </>
  );
}

function ImportActions({ file, mapping }: { readonly file: BroughtFile; readonly mapping: Mapping }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: (kind: "check" | "import") => askForRun(file.id, kind, mapping),
    onSuccess: () => client.invalidateQueries({ queryKey: ["import", file.id] }),
  });
  const open =
    mapping.values.length === 0 ||
    mapping.values.some(({ target }) => target.by === "register" && target.register === "");
  return (
    <>
      {open && <p className="import-doubt">{t("imports.chooseRegister")}</p>}
      <FormError error={ask.error} />
      <div className="import-actions">
        <Button disabled={open} loading={ask.isPending} variant="light" onClick={() => ask.mutate("check")}>
          {t("imports.check")}
        </Button>
        <Button disabled={open} loading={ask.isPending} onClick={() => ask.mutate("import")}>
          {t("imports.import")}
        </Button>
        {!open && <SaveMapping organisation={file.organisation.id} mapping={mapping} />}
      </div>
    </>
  );
}

function SaveMapping({ organisation, mapping }: { readonly organisation: string; readonly mapping: Mapping }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const save = useMutation({
    mutationFn: () => saveMapping(organisation, name.trim(), mapping),
    onSuccess: () => client.invalidateQueries({ queryKey: ["import-choices"] }),
  });
  return (
    <form
      className="import-save"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        aria-label={t("imports.mappingName")}
        placeholder={t("imports.mappingName")}
        required
        maxLength={200}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" variant="subtle" loading={save.isPending}>
        {t("imports.saveMapping")}
      </Button>
      {save.isSuccess && <output>{t("imports.saved")}</output>}
      <FormError error={save.error} />
    </form>
  );
}
