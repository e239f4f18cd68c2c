import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { FormError } from "./form-error.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks before something is taken from somebody, and says when it could not be. */
export function ConfirmDialog({ title, text, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const run = useMutation({ mutationFn: onConfirm, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ "aria-label": t("form.close") }}>
      <div className="form-stack">
        <p>{text}</p>
        <FormError error={run.error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose} data-autofocus>
            {t("form.cancel")}
          </Button>
          <Button color="red.9" loading={run.isPending} onClick={() => run.mutate()}>
            {confirm}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
