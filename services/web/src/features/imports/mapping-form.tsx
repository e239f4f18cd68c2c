import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Choices, FilePreview, Mapping } from "../../api/imports.ts";
import { ColumnSelect } from "./column-select.tsx";
import { ValueColumns } from "./value-columns.tsx";

interface MappingFormProps {
  readonly mapping: Mapping;
  readonly choices: Choices | undefined;
  readonly records: FilePreview["records"];
  readonly onChange: (mapping: Mapping) => void;
}

/** How the file is read: its lines, its time stamps, its columns. */
export function MappingForm({ mapping, choices, records, onChange }: MappingFormProps) {
  const columns = columnsOf(mapping, records);
  const saved = choices?.mappings ?? [];
  return (
    <div className="import-mapping">
      {saved.length > 0 && <SavedSelect saved={saved} onChange={onChange} />}
      <LinesFields {...{ mapping, onChange }} />
      <TimeFields {...{ mapping, columns, onChange }} />
      <ValueColumns {...{ mapping, columns, onChange }} registers={choices?.registers ?? []} />
    </div>
  );
}

/** Names of the header line, or numbers. */
function columnsOf({ headerLine }: Mapping, records: FilePreview["records"]): readonly string[] {
  const header = records.find(({ line }) => line === headerLine)?.fields ?? [];
  const width = Math.max(0, ...records.map(({ fields }) => fields.length));
  return Array.from({ length: width }, (_, at) => header[at]?.trim() || String(at + 1));
}

interface PartProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

function SavedSelect({
  saved,
  onChange,
}: {
  readonly saved: Choices["mappings"];
  readonly onChange: PartProps["onChange"];
}) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t("imports.savedMapping")}
      value=""
      data={[
        { value: "", label: t("imports.asRecognised") },
        ...saved.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = saved.find(({ id }) => id === value);
        if (chosen !== undefined) onChange(chosen.mapping);
      }}
    />
  );
}

function LinesFields({ mapping, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t("imports.lines")}</legend>
      <TextInput
        type="number"
        min={0}
        max={50}
        label={t("imports.headerLine")}
        defaultValue={mapping.headerLine}
        key={mapping.headerLine}
        onBlur={({ currentTarget: { value } }) =>
          onChange({ ...mapping, headerLine: Math.min(50, Math.max(0, Math.trunc(Number(value)) || 0)) })
        }
      />
      <NativeSelect
        label={t("imports.delimiter")}
        value={mapping.delimiter}
        data={[";", ",", "|", { value: "\t", label: t("imports.tab") }]}
        onChange={({ currentTarget }) =>
          onChange({ ...mapping, delimiter: currentTarget.value as Mapping["delimiter"] })
        }
      />
      <NativeSelect
        label={t("imports.decimal")}
        value={mapping.decimal}
        data={[
          { value: ",", label: t("imports.comma") },
          { value: ".", label: t("imports.point") },
        ]}
        onChange={({ currentTarget }) => onChange({ ...mapping, decimal: currentTarget.value as Mapping["decimal"] })}
      />
      <NativeSelect
        label={t("imports.encoding")}
        value={mapping.encoding}
        data={["utf-8", "windows-1252"]}
        onChange={({ currentTarget }) => onChange({ ...mapping, encoding: currentTarget.value as Mapping["encoding"] })}
      />
    </fieldset>
  );
}

const marks = ["start", "end", "instant"] as const;

function TimeFields({ mapping, columns, onChange }: PartProps & { readonly columns: readonly string[] }) {
  const { t } = useTranslation();
  const { time } = mapping;
  const change = (part: Partial<Mapping["time"]>) => onChange({ ...mapping, time: { ...time, ...part } });
  const [first = "", second = ""] = time.columns;
  return (
    <fieldset>
      <legend>{t("imports.time")}</legend>
      <ColumnSelect
        label={t("imports.dateColumn")}
        {...{ columns }}
        value={first}
        onChange={(name) => change({ columns: second ? [name, second] : [name] })}
      />
      <ColumnSelect
        label={t("imports.hourColumn")}
        {...{ columns }}
        optional
        value={second}
        onChange={(name) => change({ columns: name === "" ? [first] : [first, name] })}
      />
      <TextInput
        label={t("imports.format")}
        description={t("imports.formatHint")}
        defaultValue={time.format}
        key={time.format}
        onBlur={({ currentTarget }) => change({ format: currentTarget.value.trim() })}
      />
      <TextInput
        label={t("imports.timeZone")}
        defaultValue={time.timeZone}
        key={time.timeZone}
        onBlur={({ currentTarget }) => change({ timeZone: currentTarget.value.trim() })}
      />
      <NativeSelect
        label={t("imports.marks")}
        value={time.marks}
        data={marks.map((value) => ({ value, label: t(`importMark.${value}`) }))}
        onChange={({ currentTarget }) => change({ marks: currentTarget.value as (typeof marks)[number] })}
      />
      <IntervalFields interval={time.interval} onChange={(interval) => change({ interval })} />
    </fieldset>
  );
}

type Interval = Mapping["time"]["interval"];
const intervals = ["minutes", "next", "day", "month", "gas-day", "none"] as const;

function IntervalFields({
  interval,
  onChange,
}: {
  readonly interval: Interval;
  readonly onChange: (interval: Interval) => void;
}) {
  const { t } = useTranslation();
  const choose = (kind: (typeof intervals)[number]) => onChange(kind === "minutes" ? { kind, minutes: 30 } : { kind });
  return (
    <>
      <NativeSelect
        label={t("imports.interval")}
        value={interval.kind}
        data={intervals.map((value) => ({ value, label: t(`importInterval.${value}`) }))}
        onChange={({ currentTarget }) => choose(currentTarget.value as (typeof intervals)[number])}
      />
      {interval.kind === "minutes" && (
        <TextInput
          type="number"
          min={1}
          label={t("imports.minutes")}
          defaultValue={interval.minutes}
          key={interval.minutes}
          onBlur={({ currentTarget }) =>
            onChange({ kind: "minutes", minutes: Math.max(1, Math.trunc(Number(currentTarget.value)) || 1) })
          }
        />
      )}
    </>
  );
}
