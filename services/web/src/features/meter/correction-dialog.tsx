import type { CorrectionBody, CorrectionKind } from "@gtb/contracts/corrections";
import { Radio, Stack, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { correctReadings } from "../../api/meters.ts";
import { printUnit } from "../../format/unit.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { type CorrectionForm, type CorrectionStart, useCorrectionForm } from "./correction-form.ts";
import { CorrectionPreview } from "./correction-preview.tsx";
import { LocalTimeField } from "./local-time-field.tsx";
import { NumberField } from "./number-field.tsx";
import type { DialogEnds, RegisterPlace } from "./register-place.ts";
import { useMeterAction } from "./use-meter-action.ts";

const kinds = ["set", "void", "restore"] as const satisfies readonly CorrectionKind[];

interface CorrectionDialogProps extends RegisterPlace, DialogEnds {
  readonly start: CorrectionStart;
}

/** Sets one reading, voids some, or takes corrections back; shows what changes before it does. */
export function CorrectionDialog({ register, setup, timeZone, start, onClose, onDone }: CorrectionDialogProps) {
  const { t } = useTranslation();
  const form = useCorrectionForm(setup, timeZone, start);
  const { draft, wish } = form;
  const action = useMeterAction({ act: (body: CorrectionBody) => correctReadings(start.point, body), onDone });
  return (
    <ActionDialog
      title={t("meter.correctTitle")}
      confirm={t(`correctionKind.${draft.kind}`)}
      busy={action.isPending}
      ready={wish !== undefined}
      error={action.error}
      onSubmit={() => wish && action.mutate(wish)}
      onClose={onClose}
    >
      <KindChoice form={form} />
      <CorrectionFields form={form} unit={printUnit(register.unit)} />
      <CorrectionPreview
        {...{ register, setup, point: start.point, kind: draft.kind, ...form.range, value: form.counts }}
      />
    </ActionDialog>
  );
}

function KindChoice({ form: { draft, edit } }: { readonly form: CorrectionForm }) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t("meter.whatToDo")}
      value={draft.kind}
      onChange={(chosen) => edit({ kind: kinds.find((kind) => kind === chosen) ?? "void" })}
    >
      <Stack gap={8} mt={6}>
        {kinds.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={t(`correctionKind.${kind}`)}
            description={t(`correctionHint.${kind}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function CorrectionFields({ form: { draft, edit }, unit }: { readonly form: CorrectionForm; readonly unit: string }) {
  const { t } = useTranslation();
  const sets = draft.kind === "set";
  const setTo = (to: string) => edit({ to });
  return (
    <>
      <LocalTimeField
        label={t(sets ? "meter.readingTime" : "meter.from")}
        value={draft.from}
        onChange={(from) => edit({ from })}
      />
      {sets ? (
        <NumberField
          required
          label={t("meter.rightIndex")}
          unit={unit}
          value={draft.value}
          onChange={(value) => edit({ value })}
        />
      ) : (
        <LocalTimeField label={t("meter.toIncluded")} value={draft.to} onChange={setTo} />
      )}
      <Textarea
        required
        label={t("meter.reason")}
        maxLength={500}
        rows={2}
        value={draft.reason}
        onChange={({ currentTarget: { value } }) => edit({ reason: value })}
      />
    </>
  );
}
