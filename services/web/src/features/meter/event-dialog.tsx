import type { RegisterEventKind } from "@gtb/contracts/register-events";
import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { recordEvent } from "../../api/meters.ts";
import { ProblemError } from "../../api/request.ts";
import { readDecimal, writeDecimal } from "../../forms/decimal.ts";
import { printUnit } from "../../format/unit.ts";
import { useFormat, useLanguage } from "../../format/use-format.ts";
import { useMay } from "../../session/me-context.ts";
import { instantAt, localMinute } from "../../time/local-time.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { parameterAt, toCounts, toIndex, type Weight } from "./counts.ts";
import { EventDoubts } from "./event-doubts.tsx";
import { LocalTimeField } from "./local-time-field.tsx";
import { NumberField } from "./number-field.tsx";
import { draftOf, ParameterFields, readParameters } from "./parameter-fields.tsx";
import type { DialogEnds, RegisterPlace } from "./register-place.ts";
import { useMeterAction } from "./use-meter-action.ts";

/** What a dialog about an event begins with. Counts are raw. */
export interface EventStart {
  readonly kind: RegisterEventKind;
  readonly at: Date;
  readonly lastValue?: number;
  readonly firstValue?: number;
  /** What the counts showed, where they are why somebody asks. */
  readonly seen?: string;
}

interface EventDialogProps extends RegisterPlace, DialogEnds {
  readonly start: EventStart;
}

/** For whoever stands before the meter: when, the old index, the new one. Indexes as read on it, counts beside them. */
export function EventDialog({ register, setup, timeZone, start, onClose, onDone }: EventDialogProps) {
  const { t } = useTranslation();
  const form = useEventForm({ register, setup, timeZone, start });
  const action = useMeterAction({ act: (confirm: boolean) => recordEvent(register.id, form.wish(confirm)), onDone });
  const doubted = action.error instanceof ProblemError && action.error.problem.code === "needs_confirmation";
  const { draft } = form;
  // What was asked back is answered for what was typed then, and nothing else.
  const edit = (change: Partial<EventDraft>) => {
    if (action.isError) action.reset();
    form.edit(change);
  };
  return (
    <ActionDialog
      title={t(`registerEvent.${start.kind}`)}
      confirm={t(doubted ? "meter.confirmAnyway" : "meter.record")}
      busy={action.isPending}
      ready={form.ready}
      error={doubted ? null : action.error}
      onSubmit={() => action.mutate(doubted)}
      onClose={onClose}
    >
      {start.seen !== undefined && <p className="meter-consequence">{start.seen}</p>}
      <p className="muted">{t(`registerEventHint.${start.kind}`)}</p>
      <LocalTimeField label={t("meter.at")} value={draft.at} onChange={(at) => edit({ at })} />
      {start.kind !== "rollover" && (
        <>
          <IndexField label={t("meter.lastIndex")} value={draft.last} weight={form.oldWeight} unit={register.unit} onChange={(last) => edit({ last })} />
          {start.kind === "exchange" && <NewParameters {...{ register, draft, edit }} />}
          <IndexField label={t("meter.firstIndex")} value={draft.first} weight={form.newWeight} unit={register.unit} onChange={(first) => edit({ first })} />
        </>
      )}
      {start.kind === "exchange" && (
        <TextInput
          label={t("meter.newSerialNumber")}
          maxLength={100}
          autoComplete="off"
          value={draft.serialNumber}
          onChange={({ currentTarget: { value } }) => edit({ serialNumber: value })}
        />
      )}
      <Textarea label={t("meter.note")} maxLength={1000} autosize value={draft.note} onChange={({ currentTarget: { value } }) => edit({ note: value })} />
      {doubted && <EventDoubts problem={action.error.problem} />}
    </ActionDialog>
  );
}

interface EventDraft {
  readonly at: string;
  readonly last: string;
  readonly first: string;
  readonly serialNumber: string;
  readonly note: string;
  /** null: the new counter counts as the old one did. */
  readonly parameters: ReturnType<typeof draftOf> | null;
}

function useEventForm({ setup, timeZone, start }: RegisterPlace & { readonly start: EventStart }) {
  const language = useLanguage();
  const typed = (counts: number | undefined): string => {
    const weight = parameterAt(setup.parameters, start.at);
    return counts === undefined || weight === undefined ? "" : writeDecimal(toIndex(counts, weight), language);
  };
  const [draft, setDraft] = useState<EventDraft>({
    at: localMinute(start.at, timeZone),
    last: typed(start.lastValue),
    first: typed(start.firstValue),
    serialNumber: "",
    note: "",
    parameters: null,
  });
  // A minute is all that the field shows: untouched, the very instant is meant.
  const at = draft.at === localMinute(start.at, timeZone) ? start.at : instantAt(draft.at, timeZone);
  const oldWeight = at && parameterAt(setup.parameters, new Date(at.getTime() - 1));
  const parameters = draft.parameters === null ? null : readParameters(draft.parameters);
  const newWeight = parameters ?? (at && parameterAt(setup.parameters, at));
  const counts = (text: string, weight: Weight | undefined) => {
    const index = readDecimal(text);
    return text.trim() === "" ? null : index !== undefined && weight ? toCounts(index, weight) : undefined;
  };
  const [last, first] = [counts(draft.last, oldWeight), counts(draft.first, newWeight)];
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  return {
    draft,
    edit: (change: Partial<EventDraft>) => setDraft((before) => ({ ...before, ...change })),
    oldWeight,
    newWeight,
    ready: at !== undefined && last !== undefined && first !== undefined && parameters !== undefined,
    wish: (confirm: boolean) => ({
      kind: start.kind,
      at: (at ?? start.at).toISOString(),
      ...(start.kind !== "rollover" && { lastValue: last ?? null, firstValue: first ?? null }),
      ...(start.kind === "exchange" && { serialNumber: text(draft.serialNumber), parameters: parameters ?? null }),
      note: text(draft.note),
      confirm,
    }),
  };
}

interface IndexFieldProps {
  readonly label: string;
  readonly value: string;
  readonly weight: Weight | undefined;
  readonly unit: string;
  readonly onChange: (value: string) => void;
}

function IndexField({ label, value, weight, unit, onChange }: IndexFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const index = readDecimal(value);
  const description =
    weight === undefined
      ? t("meter.noParameterThen")
      : index === undefined
        ? t("meter.unreadHint")
        : t("meter.asCounts", { counts: format.exact(toCounts(index, weight)) });
  return <NumberField {...{ label, description, value, onChange }} unit={printUnit(unit)} />;
}

interface NewParametersProps {
  readonly register: RegisterPlace["register"];
  readonly draft: EventDraft;
  readonly edit: (change: Partial<EventDraft>) => void;
}

/** Where the new counter counts otherwise; for those who may declare meters. */
function NewParameters({ register, draft, edit }: NewParametersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!useMay("meter:write")) return null;
  return (
    <>
      <Checkbox
        label={t("meter.countsOtherwise")}
        checked={draft.parameters !== null}
        onChange={({ currentTarget: { checked } }) => edit({ parameters: checked ? draftOf(undefined, language) : null })}
      />
      {draft.parameters !== null && (
        <ParameterFields unit={register.unit} draft={draft.parameters} onChange={(parameters) => edit({ parameters })} />
      )}
    </>
  );
}
