import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { invitationPreviewQuery } from "../api/invitations.ts";
import { AcceptInvitation } from "../features/session/accept-invitation.tsx";
import { Message } from "../page-state/message.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import "../features/session/session.css";

const route = getRouteApi("/invitation");

/** What the link of an invitation opens, for somebody who may have no account yet. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { jeton } = route.useSearch();
  const [accepted, setAccepted] = useState(false);
  useDocumentTitle(t("invitation.title"));
  return (
    <section className="surface door">
      <h1 className="page-title">{t("invitation.title")}</h1>
      {accepted ? (
        <div role="alert" className="form-stack">
          <p className="door-said">{t("invitation.accepted")}</p>
          <Link to="/connexion" className="provider-button">
            {t("signIn.title")}
          </Link>
        </div>
      ) : jeton === undefined ? (
        <Message title={t("invitation.noToken")} text={t("invitation.noTokenText")} />
      ) : (
        <OpenInvitation token={jeton} onAccepted={() => setAccepted(true)} />
      )}
    </section>
  );
}

function OpenInvitation({ token, onAccepted }: { readonly token: string; readonly onAccepted: () => void }) {
  const query = useQuery(invitationPreviewQuery(token));
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  return <AcceptInvitation token={token} invitation={query.data} onAccepted={onAccepted} />;
}
