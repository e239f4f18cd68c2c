import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { confirmSecondFactor, offerSecondFactor } from "../../api/account.ts";
import { CodeField } from "../../forms/code-field.tsx";
import { FormError } from "../../forms/form-error.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { useMe } from "../../session/me-context.ts";
import { AccountSection } from "./account-section.tsx";
import { QrCode } from "./qr-code.tsx";
import { RemoveSecondFactor } from "./remove-second-factor.tsx";

/** A code of an authenticator app, asked for at sign-in beside the password. */
export function SecondFactorSection() {
  const { t } = useTranslation();
  const { secondFactor } = useMe();
  return (
    <AccountSection title={t("secondFactor.title")} intro={t("secondFactor.intro")}>
      <output className="form-notice">{secondFactor && t("secondFactor.on")}</output>
      {secondFactor ? <Remove /> : <SetUp />}
    </AccountSection>
  );
}

function SetUp() {
  const { t } = useTranslation();
  const offer = useMutation({ mutationFn: offerSecondFactor, gcTime: 0 });
  if (offer.data !== undefined) return <Confirm {...offer.data} onCancel={offer.reset} />;
  return (
    <div className="form-stack">
      <FormError error={offer.error} />
      <div className="form-actions">
        <Button loading={offer.isPending} onClick={() => offer.mutate()}>
          {t("secondFactor.setUp")}
        </Button>
      </div>
    </div>
  );
}

interface ConfirmProps {
  readonly secret: string;
  readonly url: string;
  readonly onCancel: () => void;
}

/** The secret holds only once a code of it was given: nobody locks themselves out by a mistake. */
function Confirm({ secret, url, onCancel }: ConfirmProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => confirmSecondFactor(code),
    onSuccess: () => client.invalidateQueries({ queryKey: ["me"] }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className="form-stack" onSubmit={submit}>
      <p>{t("secondFactor.scan")}</p>
      <QrCode text={url} label={t("secondFactor.qrCode")} />
      <p>
        {t("secondFactor.type")} <code className="secret">{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <CodeField autoFocus value={code} onChange={setCode} />
      <FormError error={confirm.error} />
      <div className="form-actions">
        <Button variant="subtle" onClick={onCancel}>
          {t("form.cancel")}
        </Button>
        <Button type="submit" loading={confirm.isPending}>
          {t("secondFactor.confirm")}
        </Button>
      </div>
    </form>
  );
}

function Remove() {
  const { t } = useTranslation();
  const dialog = useDialog<true>();
  return (
    <div className="form-actions">
      <Button variant="light" aria-label={t("secondFactor.remove")} onClick={() => dialog.open(true)}>
        {t("users.disable")}
      </Button>
      {dialog.subject !== null && <RemoveSecondFactor onClose={dialog.close} />}
    </div>
  );
}
