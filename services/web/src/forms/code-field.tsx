import { TextInput, type TextInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface CodeFieldProps extends Omit<TextInputProps, "onChange" | "value"> {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** A field for the six digits of an authenticator app; spaces that apps show between them may be typed. */
export function CodeField({ value, onChange, ...props }: CodeFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      required
      label={t("signIn.code")}
      description={t("signIn.codeHint")}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern="\d{6}"
      className="code-field"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value.replaceAll(/\D/g, "").slice(0, 6))}
      {...props}
    />
  );
}
