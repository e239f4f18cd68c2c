import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { endSession, type OpenSession, sessionsQuery } from "../../api/account.ts";
import { useFormat } from "../../format/use-format.ts";
import { FormError } from "../../forms/form-error.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useSignOut } from "../../session/sign-out.ts";
import { useNow } from "../../time/use-now.ts";
import { AccountSection } from "./account-section.tsx";
import { describeBrowser } from "./describe-browser.ts";

/** Where one is signed in, and the way out of there. */
export function SessionsSection() {
  const { t } = useTranslation();
  const query = useQuery(sessionsQuery);
  return (
    <AccountSection title={t("sessions.title")} intro={t("sessions.intro")} wide>
      {query.data === undefined ? <PendingOrFailed query={query} /> : <SessionItems sessions={query.data.items} />}
    </AccountSection>
  );
}

function SessionItems({ sessions }: { readonly sessions: readonly OpenSession[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (session: OpenSession) => endSession(session.id),
    onSettled: () => client.invalidateQueries({ queryKey: ["sessions"] }),
  });
  const others = sessions.filter(({ current }) => !current);
  const leave = useSignOut(() => Promise.all(others.map(({ id }) => endSession(id))));
  const ended = end.isSuccess ? describeBrowser(end.variables.userAgent) : undefined;
  return (
    <>
      <ul className="account-list">
        {sessions.map((session) => (
          <SessionItem key={session.id} session={session} onEnd={() => end.mutate(session)} />
        ))}
      </ul>
      <FormError error={end.error ?? leave.error} />
      <output className="form-notice">
        {end.isSuccess && t("sessions.ended", { browser: ended ?? t("sessions.unknown") })}
      </output>
      <div className="form-actions">
        <Button variant="light" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t("sessions.endAll")}
        </Button>
      </div>
    </>
  );
}

interface SessionItemProps {
  readonly session: OpenSession;
  readonly onEnd: () => void;
}

function SessionItem({ session, onEnd }: SessionItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(30_000);
  const { current, lastSeenAt, ip, userAgent } = session;
  const browser = describeBrowser(userAgent) ?? t("sessions.unknown");
  return (
    <li data-testid="session">
      <div>
        <strong>{browser}</strong>
        {current && <span className="mark">{t("sessions.current")}</span>}
        <div className="muted">
          {t("sessions.seen", { age: format.age(lastSeenAt, now) })}
          {ip !== null && ` · ${ip}`}
        </div>
      </div>
      {!current && (
        <Button size="compact-sm" variant="subtle" aria-label={t("sessions.endOf", { browser })} onClick={onEnd}>
          {t("sessions.end")}
        </Button>
      )}
    </li>
  );
}
