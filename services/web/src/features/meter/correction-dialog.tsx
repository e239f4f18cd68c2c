import type { CorrectionBody, CorrectionKind } from "@gtb/contracts/corrections";
import { Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { correctReadings } from "../../api/meters.ts";
import { useLanguage } from "../../format/use-format.ts";
import { readDecimal, writeDecimal } from "../../forms/decimal.ts";
import { printUnit } from "../../format/unit.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { CorrectionPreview } from "./correction-preview.tsx";
import { parameterAt, toCounts, toIndex } from "./counts.ts";
import { LocalTimeField } from "./local-time-field.tsx";
import { NumberField } from "./number-field.tsx";
import type { DialogEnds, RegisterPlace } from "./register-place.ts";
import { instantAt, localSecond } from "../../time/local-time.ts";
import { useMeterAction } from "./use-meter-action.ts";

/** What a dialog about readings begins with; `value` raw. */
export interface CorrectionStart {
  readonly point: string;
  readonly kind: CorrectionKind;
  readonly from: Date;
  /** Included. */
  readonly to: Date;
  readonly value?: number;
}

const kinds = ["set", "void", "restore"] as const satisfies readonly CorrectionKind[];

interface CorrectionDialogProps extends RegisterPlace, DialogEnds {
  readonly start: CorrectionStart;
}

/** Sets one reading, voids some, or takes corrections back; shows what changes before it does. */
export function CorrectionDialog({ register, setup, timeZone, start, onClose, onDone }: CorrectionDialogProps) {
  const { t } = useTranslation();
  const form = useCorrectionForm(setup, timeZone, start);
  const { draft, edit, wish } = form;
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
      <Radio.Group label={t("meter.whatToDo")} value={draft.kind} onChange={(kind) => edit({ kind: kinds.find((one) => one === kind) ?? "void" })}>
        <Stack gap={8} mt={6}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`correctionKind.${kind}`)} description={t(`correctionHint.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <LocalTimeField label={t(draft.kind === "set" ? "meter.readingTime" : "meter.from")} value={draft.from} onChange={(from) => edit({ from })} />
      {draft.kind === "set" ? (
        <NumberField required label={t("meter.rightIndex")} unit={printUnit(register.unit)} value={draft.value} onChange={(value) => edit({ value })} />
      ) : (
        <LocalTimeField label={t("meter.toIncluded")} value={draft.to} onChange={(to) => edit({ to })} />
      )}
      <Textarea required label={t("meter.reason")} maxLength={500} autosize value={draft.reason} onChange={({ currentTarget: { value } }) => edit({ reason: value })} />
      <CorrectionPreview {...{ register, setup, point: start.point, kind: draft.kind, ...form.range, value: form.counts }} />
    </ActionDialog>
  );
}

function useCorrectionForm(setup: RegisterPlace["setup"], timeZone: string, start: CorrectionStart) {
  const language = useLanguage();
  const startWeight = parameterAt(setup.parameters, start.from);
  const shown = start.value === undefined || !startWeight ? "" : writeDecimal(toIndex(start.value, startWeight), language);
  const [draft, setDraft] = useState({
    kind: start.kind,
    from: localSecond(start.from, timeZone),
    to: localSecond(start.to, timeZone),
    value: shown,
    reason: "",
  });
  // The field shows seconds; untouched, the very instant is meant.
  const instant = (text: string, original: Date) =>
    text === localSecond(original, timeZone) ? original : instantAt(text, timeZone);
  const from = instant(draft.from, start.from);
  const to = draft.kind === "set" ? from : instant(draft.to, start.to);
  const weight = from && parameterAt(setup.parameters, from);
  const index = readDecimal(draft.value);
  const counts = index !== undefined && weight ? toCounts(index, weight) : undefined;
  return {
    draft,
    edit: (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change })),
    range: { from, to },
    counts,
    wish: wishOf(draft, { from, to, counts }),
  };
}

interface Meant {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly counts: number | undefined;
}

function wishOf(
  draft: { readonly kind: CorrectionKind; readonly reason: string },
  { from, to, counts }: Meant,
): CorrectionBody | undefined {
  const reason = draft.reason.trim();
  if (from === undefined || to === undefined || to < from || reason.length < 3) return undefined;
  if (draft.kind !== "set") return { kind: draft.kind, from: from.toISOString(), to: to.toISOString(), reason };
  return counts === undefined ? undefined : { kind: "set", time: from.toISOString(), value: counts, reason };
}
