import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode, SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "../../forms/form-error.tsx";

interface ActionDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly ready: boolean;
  readonly error: Error | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form about a meter, in a dialog: fills a phone's screen, so that it can be used standing before the meter. */
export function ActionDialog({ title, confirm, busy, ready, error, onSubmit, onClose, children }: ActionDialogProps) {
  const { t } = useTranslation();
  const phone = useMediaQuery("(max-width: 600px)") ?? false;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      fullScreen={phone}
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form className="form-stack" onSubmit={submit}>
        {children}
        <FormError error={error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
