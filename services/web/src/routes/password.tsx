import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { completePasswordReset, requestPasswordReset } from "../api/session.ts";
import { FormError } from "../forms/form-error.tsx";
import { NewPasswordField } from "../forms/password-fields.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import "../features/session/session.css";

const route = getRouteApi("/mot-de-passe");

/** With the link of a mail: sets a new password. Without: asks for that mail. */
export function PasswordPage() {
  const { t } = useTranslation();
  const { jeton } = route.useSearch();
  useDocumentTitle(t("password.title"));
  return (
    <section className="surface door">
      <h1 className="page-title">{t("password.title")}</h1>
      {jeton === undefined ? <AskForLink /> : <ChoosePassword token={jeton} />}
      <p className="door-more">
        <Link to="/connexion">{t("signIn.back")}</Link>
      </p>
    </section>
  );
}

function AskForLink() {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const ask = useMutation({ mutationFn: () => requestPasswordReset(email.trim()) });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  if (ask.isSuccess) return <Said>{t("password.sent", { email: email.trim() })}</Said>;
  return (
    <form className="form-stack" onSubmit={submit}>
      <p>{t("password.ask")}</p>
      <TextInput
        required
        type="email"
        autoComplete="username"
        label={t("signIn.email")}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <FormError error={ask.error} />
      <Button type="submit" size="md" loading={ask.isPending}>
        {t("password.send")}
      </Button>
    </form>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState("");
  const save = useMutation({ mutationFn: () => completePasswordReset(token, password) });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  if (save.isSuccess) return <Said>{t("password.set")}</Said>;
  return (
    <form className="form-stack" onSubmit={submit}>
      <NewPasswordField
        label={t("password.new")}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <FormError error={save.error} />
      <Button type="submit" size="md" loading={save.isPending}>
        {t("password.save")}
      </Button>
    </form>
  );
}

/** What was done: the form that had the keyboard is gone, and this is read out instead. */
function Said({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="door-said">
      {children}
    </p>
  );
}
