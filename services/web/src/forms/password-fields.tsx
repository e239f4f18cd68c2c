import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** A field for a password, which one can have shown instead of typing it twice. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      required
      maxLength={200}
      visibilityToggleButtonProps={{ "aria-label": t("password.show"), tabIndex: 0 }}
      {...props}
    />
  );
}

/** A field for a password that one chooses. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useTranslation();
  return <PasswordField minLength={12} autoComplete="new-password" description={t("password.hint")} {...props} />;
}
