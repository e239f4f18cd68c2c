import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Mapping } from "../../api/imports.ts";
import { ColumnSelect } from "./column-select.tsx";

interface TimeFieldsProps {
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly onChange: (mapping: Mapping) => void;
}

type Time = Mapping["time"];
const marks = ["start", "end", "instant"] as const;

/** Where the stamps stand, how they are written, and which interval each marks. */
export function TimeFields({ mapping, columns, onChange }: TimeFieldsProps) {
  const { t } = useTranslation();
  const { time } = mapping;
  const change = (part: Partial<Time>) => onChange({ ...mapping, time: { ...time, ...part } });
  return (
    <fieldset>
      <legend>{t("imports.time")}</legend>
      <StampColumns {...{ time, columns, change }} />
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

interface StampColumnsProps {
  readonly time: Time;
  readonly columns: readonly string[];
  readonly change: (part: Partial<Time>) => void;
}

function StampColumns({ time, columns, change }: StampColumnsProps) {
  const { t } = useTranslation();
  const [first = "", second = ""] = time.columns;
  return (
    <>
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
    </>
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
