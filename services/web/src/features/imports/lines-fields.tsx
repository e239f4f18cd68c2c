import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Mapping } from "../../api/imports.ts";

interface LinesFieldsProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** How a text is cut into lines, cells and numbers. */
export function LinesFields({ mapping, onChange }: LinesFieldsProps) {
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
      <SeparatorFields {...{ mapping, onChange }} />
    </fieldset>
  );
}

function SeparatorFields({ mapping, onChange }: LinesFieldsProps) {
  const { t } = useTranslation();
  const decimals = [
    { value: ",", label: t("imports.comma") },
    { value: ".", label: t("imports.point") },
  ];
  return (
    <>
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
        data={decimals}
        onChange={({ currentTarget }) => onChange({ ...mapping, decimal: currentTarget.value as Mapping["decimal"] })}
      />
      <NativeSelect
        label={t("imports.encoding")}
        value={mapping.encoding}
        data={["utf-8", "windows-1252"]}
        onChange={({ currentTarget }) => onChange({ ...mapping, encoding: currentTarget.value as Mapping["encoding"] })}
      />
    </>
  );
}
