import type { InvitationPreview } from "@gtb/contracts/users";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { acceptInvitation } from "../../api/invitations.ts";
import { FormError } from "../../forms/form-error.tsx";
import { NewPasswordField } from "../../forms/password-fields.tsx";

interface AcceptInvitationProps {
  readonly token: string;
  readonly invitation: z.output<typeof InvitationPreview>;
  readonly onAccepted: () => void;
}

/** Who has an account just accepts; who has none says their name and chooses a password. */
export function AcceptInvitation({ token, invitation, onAccepted }: AcceptInvitationProps) {
  const { t } = useTranslation();
  const { email, organisation, role, hasAccount } = invitation;
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const accept = useMutation({
    mutationFn: () => acceptInvitation({ token, ...(hasAccount ? {} : { name: name.trim(), password }) }),
    onSuccess: onAccepted,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form className="form-stack" onSubmit={submit}>
      <p>{t("invitation.text", { organisation, role: t(`role.${role}`) })}</p>
      <p className="muted">{t(hasAccount ? "invitation.known" : "invitation.unknown", { email })}</p>
      {!hasAccount && (
        <>
          {/* Tells a password manager whose password it keeps. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <TextInput
            required
            maxLength={200}
            autoComplete="name"
            label={t("invitation.name")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPasswordField
            label={t("signIn.password")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      <FormError error={accept.error} />
      <Button type="submit" size="md" loading={accept.isPending}>
        {t("invitation.accept")}
      </Button>
    </form>
  );
}
