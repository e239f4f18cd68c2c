import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { apiTokensQuery, type ListedApiToken, withdrawApiToken } from "../../api/api-tokens.ts";
import { useFormat } from "../../format/use-format.ts";
import { ConfirmDialog } from "../../forms/confirm-dialog.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useActionText } from "../../rights/use-action-text.ts";
import { browserTimeZone } from "../../time/local-time.ts";
import { useNow } from "../../time/use-now.ts";
import { AccountSection } from "./account-section.tsx";
import { NewTokenDialog } from "./new-token-dialog.tsx";

/** What lets machines in on one's behalf. */
export function ApiTokens() {
  const { t } = useTranslation();
  const query = useQuery(apiTokensQuery);
  const dialog = useDialog<true>();
  return (
    <AccountSection title={t("tokens.title")} intro={t("tokens.intro")} wide>
      {query.data === undefined ? <PendingOrFailed query={query} /> : <TokenItems tokens={query.data.items} />}
      <div className="form-actions">
        <Button variant="light" onClick={() => dialog.open(true)}>
          {t("tokens.create")}
        </Button>
      </div>
      {dialog.subject !== null && <NewTokenDialog onClose={dialog.close} />}
    </AccountSection>
  );
}

function TokenItems({ tokens }: { readonly tokens: readonly ListedApiToken[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useDialog<ListedApiToken>();
  const { subject } = dialog;
  if (tokens.length === 0) return <p className="muted">{t("tokens.none")}</p>;
  return (
    <>
      <ul className="account-list">
        {tokens.map((token) => (
          <TokenItem key={token.id} token={token} onWithdraw={() => dialog.open(token)} />
        ))}
      </ul>
      {subject !== null && (
        <ConfirmDialog
          title={t("tokens.withdrawOf", { name: subject.name })}
          text={t("tokens.withdrawText")}
          confirm={t("tokens.withdraw")}
          onConfirm={() =>
            withdrawApiToken(subject.id).then(() => client.invalidateQueries({ queryKey: ["api-tokens"] }))
          }
          onClose={dialog.close}
        />
      )}
    </>
  );
}

interface TokenItemProps {
  readonly token: ListedApiToken;
  readonly onWithdraw: () => void;
}

function TokenItem({ token, onWithdraw }: TokenItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const actionText = useActionText();
  const { name, hint, scopes, expiresAt, lastUsedAt } = token;
  const date = format.dateTime(expiresAt, browserTimeZone());
  return (
    <li data-testid="api-token">
      <div>
        <strong>{name}</strong> <code className="token-hint">{hint}…</code>
        <div className="muted">{scopes.map(actionText).join(" · ")}</div>
        <div className={expiresAt < now ? "token-over" : "muted"}>
          {t(expiresAt < now ? "tokens.over" : "tokens.expires", { date })} ·{" "}
          {lastUsedAt === null ? t("tokens.unused") : t("tokens.used", { age: format.age(lastUsedAt, now) })}
        </div>
      </div>
      <Button size="compact-sm" variant="subtle" aria-label={t("tokens.withdrawOf", { name })} onClick={onWithdraw}>
        {t("tokens.withdraw")}
      </Button>
    </li>
  );
}
