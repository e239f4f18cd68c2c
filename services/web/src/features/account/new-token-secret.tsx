import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

interface NewTokenSecretProps {
  readonly secret: string;
  readonly onClose: () => void;
}

/** The secret of a token that was just made. */
export function NewTokenSecret({ secret, onClose }: NewTokenSecretProps) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 4_000 });
  return (
    <div className="form-stack">
      <p role="alert">{t("tokens.shownOnce")}</p>
      <code className="secret secret-block" data-testid="token-secret">
        {secret}
      </code>
      <div className="form-actions">
        <Button
          data-autofocus
          variant="light"
          leftSection={
            clipboard.copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />
          }
          onClick={() => clipboard.copy(secret)}
        >
          {t("tokens.copy")}
        </Button>
        <Button onClick={onClose}>{t("tokens.kept")}</Button>
      </div>
      <output>
        {clipboard.copied && t("tokens.copied")}
        {clipboard.error !== null && t("tokens.notCopied")}
      </output>
    </div>
  );
}
