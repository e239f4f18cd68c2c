import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { askFill } from "../../api/meters.ts";
import { instantAt, localMinute } from "../../time/local-time.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { LocalTimeField } from "./local-time-field.tsx";
import type { DialogEnds, RegisterPlace } from "./register-place.ts";
import { useMeterAction } from "./use-meter-action.ts";

interface FillDialogProps extends RegisterPlace, DialogEnds {
  readonly now: Date;
}

/** Asks for missing hours to be filled, for a report that cannot wait. */
export function FillDialog({ register, timeZone, now, onClose, onDone }: FillDialogProps) {
  const { t } = useTranslation();
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  const [from, setFrom] = useState(`${localMinute(weekAgo, timeZone).slice(0, 10)}T00:00`);
  const [to, setTo] = useState(`${localMinute(now, timeZone).slice(0, 13)}:00`);
  const [reason, setReason] = useState("");
  const [start, end] = [instantAt(from, timeZone), instantAt(to, timeZone)];
  const sound = start !== undefined && end !== undefined && start < end && reason.trim().length >= 3;
  const action = useMeterAction({ act: (wish: Parameters<typeof askFill>[1]) => askFill(register.id, wish), onDone });
  const submit = () => {
    if (sound) action.mutate({ from: start.toISOString(), to: end.toISOString(), reason: reason.trim() });
  };
  return (
    <ActionDialog
      title={t("meter.fillTitle")}
      confirm={t("meter.fill")}
      busy={action.isPending}
      ready={sound}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="muted">{t("meter.fillHint")}</p>
      <LocalTimeField label={t("meter.from")} value={from} onChange={setFrom} />
      <LocalTimeField label={t("meter.to")} value={to} onChange={setTo} />
      <Textarea
        required
        label={t("meter.reason")}
        maxLength={500}
        rows={2}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
    </ActionDialog>
  );
}
