import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { readDecimal } from "./decimal.ts";

interface DecimalFieldProps extends Omit<TextInputProps, "onChange" | "value"> {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A field for a number, written with a comma or a point; says when it is none. */
export function DecimalField({ value, onChange, ...props }: DecimalFieldProps) {
  const { t } = useTranslation();
  const wrong = value.trim() !== "" && readDecimal(value) === undefined;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={value}
      error={wrong ? t("form.noNumber") : undefined}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...props}
    />
  );
}
