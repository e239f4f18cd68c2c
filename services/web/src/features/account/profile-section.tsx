import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeMe } from "../../api/account.ts";
import { FormError } from "../../forms/form-error.tsx";
import { chooseLanguage, type Language, languages } from "../../i18n/language.ts";
import { useMe } from "../../session/me-context.ts";
import { AccountSection } from "./account-section.tsx";

const languageNames: Readonly<Record<Language, string>> = { fr: "Français", en: "English" };

/** The name that others see, and the language of the pages and mails. */
export function ProfileSection() {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [name, setName] = useState(me.name);
  const [locale, setLocale] = useState(me.locale);
  const save = useMutation({
    mutationFn: () => changeMe({ name: name.trim(), locale }),
    onSuccess: async () => {
      await chooseLanguage(locale);
      await client.invalidateQueries({ queryKey: ["me"] });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <AccountSection title={t("account.profile")}>
      <form className="form-stack" onSubmit={submit}>
        <TextInput label={t("signIn.email")} value={me.email} readOnly variant="filled" />
        <TextInput
          required
          maxLength={200}
          autoComplete="name"
          label={t("invitation.name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("layout.language")}
          value={locale}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={({ currentTarget: { value } }) => setLocale(value === "en" ? "en" : "fr")}
        />
        <FormError error={save.error} />
        <output className="form-notice">{save.isSuccess && t("account.saved")}</output>
        <div className="form-actions">
          <Button type="submit" loading={save.isPending}>
            {t("password.save")}
          </Button>
        </div>
      </form>
    </AccountSection>
  );
}
