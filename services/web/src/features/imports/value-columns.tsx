import { importContents, importUnits } from "@gtb/domain/files-in/import-mapping";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MappedColumn, Mapping } from "../../api/imports.ts";
import { ColumnSelect } from "./column-select.tsx";

interface ValueColumnsProps {
  readonly mapping: Mapping;
  readonly columns: readonly string[];
  readonly onChange: (mapping: Mapping) => void;
}

/** The columns of values, each with what it says and for which meter. */
export function ValueColumns({ mapping, columns, onChange }: ValueColumnsProps) {
  const { t } = useTranslation();
  const { values } = mapping;
  const replace = (at: number, value: MappedColumn) =>
    onChange({ ...mapping, values: values.map((one, index) => (index === at ? value : one)) });
  const added: MappedColumn = {
    content: "interval",
    unit: "kW.h",
    target: { by: "register", register: "" },
    ...values.at(-1),
    column:
      columns.find((name) => !values.some(({ column }) => column === name) && !mapping.time.columns.includes(name)) ??
      "1",
  };
  // A column has no other name than its place in the list.
  const keys = values.map((_, at) => `value-${at}`);
  return (
    <>
      {values.map((value, at) => (
        <fieldset key={keys[at]}>
          <legend>{t("imports.valueColumn", { number: at + 1 })}</legend>
          <ValueFields {...{ value, columns }} onChange={(changed) => replace(at, changed)} />
          {values.length > 1 && (
            <Button
              variant="subtle"
              onClick={() => onChange({ ...mapping, values: values.filter((_, index) => index !== at) })}
            >
              {t("imports.removeColumn")}
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button variant="light" onClick={() => onChange({ ...mapping, values: [...values, added] })}>
          {t("imports.addColumn")}
        </Button>
      </div>
    </>
  );
}

interface ValueFieldsProps {
  readonly value: MappedColumn;
  readonly columns: readonly string[];
  readonly onChange: (value: MappedColumn) => void;
}

function ValueFields({ value, columns, onChange }: ValueFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ColumnSelect
        label={t("imports.column")}
        value={value.column}
        {...{ columns }}
        onChange={(column) => onChange({ ...value, column })}
      />
      <NativeSelect
        label={t("imports.content")}
        value={value.content}
        data={importContents.map((content) => ({ value: content, label: t(`importContent.${content}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ ...value, content: currentTarget.value as MappedColumn["content"] })
        }
      />
      <NativeSelect
        label={t("imports.unit")}
        value={value.unit}
        data={importUnits.map((unit) => ({
          value: unit,
          label: unit === "none" ? t("imports.raw") : unit.replace(".", ""),
        }))}
        onChange={({ currentTarget }) => onChange({ ...value, unit: currentTarget.value as MappedColumn["unit"] })}
      />
      <TargetFields {...{ value, columns, onChange }} />
    </>
  );
}

/** For which meter: one that is chosen here, or what a column or a cell names. */
function TargetFields({ value, columns, onChange }: ValueFieldsProps) {
  const { t } = useTranslation();
  const { target } = value;
  const change = (next: MappedColumn["target"]) => onChange({ ...value, target: next });
  const choose = (by: string) => {
    if (by === "register") change({ by, register: "" });
    else if (by === "column") change({ by, column: columns[0] ?? "1", holds: "delivery-point", tariffClass: null });
    else if (by === "cell") change({ by, line: 1, column: 1, holds: "delivery-point", tariffClass: null });
  };
  return (
    <>
      <NativeSelect
        label={t("imports.target")}
        value={target.by}
        data={(["register", "column", "cell"] as const).map((by) => ({ value: by, label: t(`importTarget.${by}`) }))}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {target.by === "column" && (
        <ColumnSelect
          label={t("imports.identifierColumn")}
          value={target.column}
          {...{ columns }}
          onChange={(column) => change({ ...target, column })}
        />
      )}
      {target.by === "cell" && (
        <p className="muted">{t("imports.cell", { line: target.line, column: target.column })}</p>
      )}
      {(target.by === "column" || target.by === "cell") && <IdentifierFields target={target} onChange={change} />}
    </>
  );
}

type Identified = Extract<MappedColumn["target"], { readonly tariffClass: string | null }>;
const held = ["delivery-point", "serial-number", "register", "point"] as const;

function IdentifierFields({
  target,
  onChange,
}: {
  readonly target: Identified;
  readonly onChange: (target: Identified) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t("imports.holds")}
        value={target.holds}
        data={held.map((value) => ({ value, label: t(`importHeld.${value}`) }))}
        onChange={({ currentTarget }) => onChange({ ...target, holds: currentTarget.value as Identified["holds"] })}
      />
      <TextInput
        label={t("imports.tariffClass")}
        defaultValue={target.tariffClass ?? ""}
        onBlur={({ currentTarget }) => onChange({ ...target, tariffClass: currentTarget.value.trim() || null })}
      />
    </>
  );
}
