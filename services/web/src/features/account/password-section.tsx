import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { changePassword } from "../../api/account.ts";
import { FormError } from "../../forms/form-error.tsx";
import { NewPasswordField, PasswordField } from "../../forms/password-fields.tsx";
import { AccountSection } from "./account-section.tsx";

export function PasswordSection() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const save = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: async () => {
      setCurrent("");
      setNext("");
      // Other places are signed out with it, and this one's token may be new.
      await Promise.all([["me"], ["sessions"]].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <AccountSection title={t("signIn.password")}>
      <form className="form-stack" onSubmit={submit}>
        <PasswordField
          autoComplete="current-password"
          label={t("account.currentPassword")}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordField
          label={t("password.new")}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <FormError error={save.error} />
        <output className="form-notice">{save.isSuccess && t("account.passwordChanged")}</output>
        <div className="form-actions">
          <Button type="submit" loading={save.isPending}>
            {t("account.changePassword")}
          </Button>
        </div>
      </form>
    </AccountSection>
  );
}
