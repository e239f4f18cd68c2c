import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { parseNumber } from "./counts.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly description?: string;
  /** As typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly unit?: string;
  readonly required?: boolean;
}

/** A number as people type it; says so at once where it is none. */
export function NumberField({ label, description, value, onChange, unit, required = false }: NumberFieldProps) {
  const { t } = useTranslation();
  const wrong = value.trim() !== "" && parseNumber(value) === undefined;
  return (
    <TextInput
      required={required}
      inputMode="decimal"
      autoComplete="off"
      label={label}
      description={description ?? null}
      error={wrong ? t("meter.notANumber") : null}
      rightSection={unit === undefined ? null : <span className="meter-unit">{unit}</span>}
      rightSectionWidth={60}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
