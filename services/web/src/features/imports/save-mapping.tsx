import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Mapping, saveMapping } from "../../api/imports.ts";
import { FormError } from "../../forms/form-error.tsx";

/** Keeps how a file is read, by a name, for the next of its make. */
export function SaveMapping({ organisation, mapping }: { readonly organisation: string; readonly mapping: Mapping }) {
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
