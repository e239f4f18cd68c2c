import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { askForRun, type BroughtFile, type Mapping } from "../../api/imports.ts";
import { FormError } from "../../forms/form-error.tsx";
import { SaveMapping } from "./save-mapping.tsx";

/** What can be done with a file as it is read: check it, import it, keep how it is read. */
export function ImportActions({ file, mapping }: { readonly file: BroughtFile; readonly mapping: Mapping }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: (kind: "check" | "import") => askForRun(file.id, kind, mapping),
    onSuccess: () => client.invalidateQueries({ queryKey: ["import", file.id] }),
  });
  const open = missingOf(mapping);
  return (
    <>
      {open !== null && <p className="import-doubt">{t(`imports.${open}`)}</p>}
      <FormError error={ask.error} />
      <div className="import-actions">
        <Button disabled={open !== null} loading={ask.isPending} variant="light" onClick={() => ask.mutate("check")}>
          {t("imports.check")}
        </Button>
        <Button disabled={open !== null} loading={ask.isPending} onClick={() => ask.mutate("import")}>
          {t("imports.import")}
        </Button>
        {open === null && <SaveMapping organisation={file.organisation.id} mapping={mapping} />}
      </div>
    </>
  );
}

/** What a mapping still lacks, as the text that says so. */
function missingOf({ values, time }: Mapping): "chooseRegister" | "nothingFound" | null {
  if (values.length === 0 || time.columns.every((column) => column === "")) return "nothingFound";
  return values.some(({ target }) => target.by === "register" && target.register === "") ? "chooseRegister" : null;
}
