import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { removeSecondFactor } from "../../api/account.ts";
import { CodeField } from "../../forms/code-field.tsx";
import { FormError } from "../../forms/form-error.tsx";

/** Asks for a last code: an open screen is not enough to take the second factor away. */
export function RemoveSecondFactor({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const run = useMutation({
    mutationFn: () => removeSecondFactor(code),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["me"] });
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    run.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("secondFactor.remove")}
      centered
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form className="form-stack" onSubmit={submit}>
        <p>{t("secondFactor.removeText")}</p>
        <CodeField data-autofocus value={code} onChange={setCode} />
        <FormError error={run.error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button type="submit" color="red.9" loading={run.isPending}>
            {t("secondFactor.confirm")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
