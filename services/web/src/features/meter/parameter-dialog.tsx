import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setParameters } from "../../api/meters.ts";
import { useLanguage } from "../../format/use-format.ts";
import { instantAt, localMinute } from "../../time/local-time.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { parameterAt } from "./counts.ts";
import { LocalTimeField } from "./local-time-field.tsx";
import { draftOf, ParameterFields, readParameters } from "./parameter-fields.tsx";
import { PeriodChoice } from "./period-choice.tsx";
import type { DialogEnds, RegisterPlace } from "./register-place.ts";
import { useMeterAction } from "./use-meter-action.ts";

interface ParameterDialogProps extends RegisterPlace, DialogEnds {
  readonly now: Date;
}

/** How counts are meant, also in the past; says what will be computed again before anything is. */
export function ParameterDialog({ register, setup, timeZone, now, onClose, onDone }: ParameterDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(parameterAt(setup.parameters, now), language));
  const [from, setFrom] = useState<string | null>(localMinute(now, timeZone));
  const [reason, setReason] = useState("");
  const parameters = readParameters(draft);
  const validFrom = from === null ? null : instantAt(from, timeZone);
  const action = useMeterAction({
    act: (wish: Parameters<typeof setParameters>[1]) => setParameters(register.id, wish),
    onDone,
  });
  const submit = () => {
    if (parameters === undefined || validFrom === undefined) return;
    action.mutate({ ...parameters, validFrom: validFrom?.toISOString() ?? null, reason: reason.trim() });
  };
  return (
    <ActionDialog
      title={t("meter.changeParameters")}
      confirm={t("meter.saveAndCompute")}
      busy={action.isPending}
      ready={parameters !== undefined && validFrom !== undefined && reason.trim().length >= 3}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ParameterFields unit={register.unit} draft={draft} onChange={setDraft} />
      <PeriodChoice since={from !== null} onChange={(since) => setFrom(since ? localMinute(now, timeZone) : null)} />
      {from !== null && <LocalTimeField label={t("meter.validFrom")} value={from} onChange={setFrom} />}
      <Textarea
        required
        label={t("meter.reason")}
        maxLength={500}
        rows={2}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <p className="meter-consequence">
        {t(from === null ? "meter.recomputesAll" : "meter.recomputesFrom", { date: (from ?? "").replace("T", " ") })}
      </p>
    </ActionDialog>
  );
}
