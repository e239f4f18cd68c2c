import { Button, Checkbox, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiTokenWish, createApiToken } from "../../api/api-tokens.ts";
import { FormError } from "../../forms/form-error.tsx";
import { useActionText } from "../../rights/use-action-text.ts";
import { useMe } from "../../session/me-context.ts";
import { NewTokenSecret } from "./new-token-secret.tsx";

const lifetimes = [7, 30, 90, 180, 365] as const;

/** Names a token, says what it may do and for how long; then shows its secret, this once. */
export function NewTokenDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: createApiToken,
    // Nothing keeps the secret once the dialog is closed.
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: ["api-tokens"] }),
  });
  const made = create.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("tokens.create")}
      centered
      // A secret that is shown once is not lost by a click beside it.
      closeOnClickOutside={made === undefined}
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      {made === undefined ? (
        <TokenForm busy={create.isPending} error={create.error} onSubmit={create.mutate} onCancel={onClose} />
      ) : (
        <NewTokenSecret secret={made.secret} onClose={onClose} />
      )}
    </Modal>
  );
}

interface TokenFormProps {
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (wish: ApiTokenWish) => void;
  readonly onCancel: () => void;
}

function TokenForm({ busy, error, onSubmit, onCancel }: TokenFormProps) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<ApiTokenWish>({ name: "", scopes: [], expiresInDays: 90 });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit({ ...wish, name: wish.name.trim() });
  };
  return (
    <form className="form-stack" onSubmit={submit}>
      <TextInput
        required
        data-autofocus
        maxLength={200}
        autoComplete="off"
        label={t("tokens.name")}
        description={t("tokens.nameHint")}
        value={wish.name}
        onChange={({ currentTarget }) => setWish({ ...wish, name: currentTarget.value })}
      />
      <ScopeBoxes chosen={wish.scopes} onChange={(scopes) => setWish({ ...wish, scopes })} />
      <NativeSelect
        label={t("tokens.lifetime")}
        value={String(wish.expiresInDays)}
        data={lifetimes.map((days) => ({ value: String(days), label: t("tokens.days", { count: days }) }))}
        onChange={({ currentTarget }) => setWish({ ...wish, expiresInDays: Number(currentTarget.value) })}
      />
      <FormError error={error} />
      <div className="form-actions">
        <Button variant="subtle" onClick={onCancel}>
          {t("form.cancel")}
        </Button>
        <Button type="submit" loading={busy} disabled={wish.scopes.length === 0}>
          {t("tokens.make")}
        </Button>
      </div>
    </form>
  );
}

interface ScopeBoxesProps {
  readonly chosen: ApiTokenWish["scopes"];
  readonly onChange: (scopes: ApiTokenWish["scopes"]) => void;
}

/** A token may do what its owner may, or less. */
function ScopeBoxes({ chosen, onChange }: ScopeBoxesProps) {
  const { t } = useTranslation();
  const { actions } = useMe();
  const actionText = useActionText();
  return (
    <fieldset className="scope-boxes">
      <legend>{t("tokens.scopes")}</legend>
      {actions.map((action) => (
        <Checkbox
          key={action}
          label={actionText(action)}
          checked={chosen.includes(action)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...chosen, action] : chosen.filter((one) => one !== action))
          }
        />
      ))}
    </fieldset>
  );
}
