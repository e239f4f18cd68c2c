import { NativeSelect, Progress } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { bringFile } from "../../api/imports.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useMe } from "../../session/me-context.ts";

/** A place to drop a file, or to choose one; it is sent at once and opened. */
export function NewImport() {
  const { t } = useTranslation();
  const { organisation: shown } = useSearch({ from: "__root__" });
  const { organisations } = useMe();
  const [chosen, setChosen] = useState("");
  const organisation = chosen || shown || organisations[0]?.id || "";
  const [share, send] = useSending(organisation);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && file.size > 0) send.mutate(file);
  };
  return (
    <section className="surface import-new" aria-label={t("imports.new")}>
      {organisations.length > 1 && (
        <NativeSelect
          label={t("list.organisation")}
          value={organisation}
          data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      <label
        className="import-drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
      >
        <strong>{t("imports.drop")}</strong>
        <span className="muted">{t("imports.dropHint")}</span>
        <input
          type="file"
          accept=".csv,.txt,.gz,.xlsx"
          disabled={send.isPending}
          onChange={({ currentTarget }) => take(currentTarget.files)}
        />
      </label>
      {send.isPending && <Progress value={share * 100} aria-label={t("imports.sending")} />}
      <FormError error={send.error} />
    </section>
  );
}

function useSending(organisation: string) {
  const [share, setShare] = useState(0);
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) => bringFile(organisation, file, setShare),
    onSuccess: async (importFileId) => {
      void client.invalidateQueries({ queryKey: ["imports"] });
      await navigate({ to: "/imports/$importFileId", params: { importFileId } });
    },
  });
  return [share, send] as const;
}
