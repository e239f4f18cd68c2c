import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { invitationsQuery, type ListedInvitation, withdrawInvitation } from "../../api/invitations.ts";
import { useFormat } from "../../format/use-format.ts";
import { ConfirmDialog } from "../../forms/confirm-dialog.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { MoreButton } from "../../page-state/more-button.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { browserTimeZone } from "../../time/local-time.ts";

const route = getRouteApi("/utilisateurs");

/** Who was invited and has not come yet. */
export function InvitationList() {
  const { t } = useTranslation();
  const { organisation } = route.useSearch();
  const query = useInfiniteQuery(invitationsQuery(organisation));
  const waiting = query.data?.pages
    .flatMap((page) => page.items)
    .filter(({ state }) => state === "waiting" || state === "over");
  return (
    <section className="surface" aria-labelledby="invitations-title">
      <h2 id="invitations-title" className="section-title">
        {t("users.invitations")}
      </h2>
      {waiting === undefined ? (
        <PendingOrFailed query={query} />
      ) : waiting.length === 0 ? (
        <p className="muted">{t("users.noInvitation")}</p>
      ) : (
        <InvitationItems invitations={waiting} />
      )}
      <MoreButton query={query} />
    </section>
  );
}

function InvitationItems({ invitations }: { readonly invitations: readonly ListedInvitation[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const dialog = useDialog<ListedInvitation>();
  const { subject } = dialog;
  return (
    <>
      <ul className="user-list">
        {invitations.map((invitation) => (
          <InvitationItem key={invitation.id} invitation={invitation} onWithdraw={() => dialog.open(invitation)} />
        ))}
      </ul>
      {subject !== null && (
        <ConfirmDialog
          title={t("users.withdrawTitle")}
          text={t("users.withdrawText", { email: subject.email })}
          confirm={t("users.withdraw")}
          onConfirm={() =>
            withdrawInvitation(subject.id).then(() => client.invalidateQueries({ queryKey: ["invitations"] }))
          }
          onClose={dialog.close}
        />
      )}
    </>
  );
}

interface InvitationItemProps {
  readonly invitation: ListedInvitation;
  readonly onWithdraw: () => void;
}

function InvitationItem({ invitation, onWithdraw }: InvitationItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { email, role, organisation, buildings, expiresAt, state } = invitation;
  const date = format.dateTime(expiresAt, browserTimeZone());
  return (
    <li className="user-card" data-testid="invitation">
      <div className="user-who">
        <strong>{email}</strong>
        <span className={state === "over" ? "user-over" : "muted"}>
          {t(state === "over" ? "users.overSince" : "users.validUntil", { date })}
        </span>
      </div>
      <div>
        {t(`role.${role}`)} · {organisation.name}
        {buildings !== null && <div className="muted">{buildings.map(({ name }) => name).join(", ")}</div>}
      </div>
      <div className="user-actions">
        {state === "waiting" && (
          <Button size="compact-sm" variant="subtle" aria-label={t("users.withdrawOf", { email })} onClick={onWithdraw}>
            {t("users.withdraw")}
          </Button>
        )}
      </div>
    </li>
  );
}
