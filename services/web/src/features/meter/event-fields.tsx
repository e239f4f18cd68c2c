import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { printUnit } from "../../format/unit.ts";
import { useFormat, useLanguage } from "../../format/use-format.ts";
import { readDecimal } from "../../forms/decimal.ts";
import { useMay } from "../../session/me-context.ts";
import { toCounts, type Weight } from "./counts.ts";
import type { EventDraft, EventForm, EventStart } from "./event-form.ts";
import { LocalTimeField } from "./local-time-field.tsx";
import { NumberField } from "./number-field.tsx";
import { draftOf, ParameterFields } from "./parameter-fields.tsx";
import type { RegisterPlace } from "./register-place.ts";

interface EventFieldsProps {
  readonly register: RegisterPlace["register"];
  readonly kind: EventStart["kind"];
  readonly form: EventForm;
  readonly edit: (change: Partial<EventDraft>) => void;
}

/** In the order in which one reads them standing there: the time, the old meter, the new one. */
export function EventFields({ register, kind, form, edit }: EventFieldsProps) {
  const { t } = useTranslation();
  const { draft, oldWeight, newWeight } = form;
  const { unit } = register;
  const setLast = (last: string) => edit({ last });
  const setFirst = (first: string) => edit({ first });
  return (
    <>
      <LocalTimeField label={t("meter.at")} value={draft.at} onChange={(at) => edit({ at })} />
      {kind !== "rollover" && (
        <IndexField
          label={t(`lastIndexOf.${kind}`)}
          value={draft.last}
          weight={oldWeight}
          unit={unit}
          onChange={setLast}
        />
      )}
      {kind === "exchange" && <NewParameters {...{ register, draft, edit }} />}
      {kind !== "rollover" && (
        <IndexField
          label={t(`firstIndexOf.${kind}`)}
          value={draft.first}
          weight={newWeight}
          unit={unit}
          onChange={setFirst}
        />
      )}
      {kind === "exchange" && (
        <TextInput
          label={t("meter.newSerialNumber")}
          maxLength={100}
          autoComplete="off"
          value={draft.serialNumber}
          onChange={({ currentTarget: { value } }) => edit({ serialNumber: value })}
        />
      )}
      <Textarea
        label={t("meter.note")}
        maxLength={1000}
        rows={2}
        value={draft.note}
        onChange={({ currentTarget: { value } }) => edit({ note: value })}
      />
    </>
  );
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
        onChange={({ currentTarget: { checked } }) =>
          edit({ parameters: checked ? draftOf(undefined, language) : null })
        }
      />
      {draft.parameters !== null && (
        <ParameterFields
          unit={register.unit}
          draft={draft.parameters}
          onChange={(parameters) => edit({ parameters })}
        />
      )}
    </>
  );
}
