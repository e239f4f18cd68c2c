import { Button, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { invite } from "../../api/invitations.ts";
import { giveRole, type ListedUser, type RoleWish } from "../../api/users.ts";
import { FormError } from "../../forms/form-error.tsx";
import { type RoleDraft, RoleFields } from "./role-fields.tsx";

interface InviteDialogProps {
  /** To begin with; "" to choose */
  readonly organisation: string;
  readonly onClose: () => void;
  readonly onInvited: (email: string) => void;
}

/** Sends a mail to somebody with a link that gives them a role. */
export function InviteDialog({ organisation, onClose, onInvited }: InviteDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const send = useMutation({
    mutationFn: (role: RoleWish) => invite({ email: email.trim(), ...role }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["invitations"] });
      onInvited(email.trim());
      onClose();
    },
  });
  return (
    <RoleDialog
      title={t("users.invite")}
      confirm={t("users.send")}
      {...{ organisation, onClose }}
      busy={send.isPending}
      error={send.error}
      onSubmit={(role) => send.mutate(role)}
    >
      <TextInput
        required
        data-autofocus
        type="email"
        autoComplete="off"
        label={t("signIn.email")}
        description={t("users.inviteHint")}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </RoleDialog>
  );
}

interface GiveRoleDialogProps {
  readonly user: ListedUser;
  readonly organisation: string;
  readonly onClose: () => void;
}

/** Gives one more role to somebody who has an account. */
export function GiveRoleDialog({ user, organisation, onClose }: GiveRoleDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: (role: RoleWish) => giveRole(user.id, role),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["users"] });
      onClose();
    },
  });
  return (
    <RoleDialog
      title={t("users.giveTo", { name: user.name })}
      confirm={t("users.give")}
      {...{ organisation, onClose }}
      busy={give.isPending}
      error={give.error}
      onSubmit={(role) => give.mutate(role)}
    />
  );
}

interface RoleDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly organisation: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (role: RoleWish) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

function RoleDialog({ title, confirm, organisation, busy, error, onSubmit, onClose, children }: RoleDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RoleDraft>({ organisation, role: "", buildings: null });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { role, buildings } = draft;
    if (role === "") return;
    onSubmit({ organisation: draft.organisation, role, buildings: buildings === null ? null : [...buildings] });
  };
  const noneChosen = draft.buildings?.length === 0;
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ "aria-label": t("form.close") }}>
      <form className="form-stack" onSubmit={submit}>
        {children}
        <RoleFields draft={draft} onChange={setDraft} />
        <FormError error={error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button type="submit" loading={busy} disabled={noneChosen}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
