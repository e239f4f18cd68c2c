import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InvitationList } from "../features/users/invitation-list.tsx";
import { InviteDialog } from "../features/users/role-dialog.tsx";
import { UserFilters } from "../features/users/user-filters.tsx";
import { UserList } from "../features/users/user-list.tsx";
import { useDialog } from "../forms/use-dialog.ts";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { RightsTable } from "../rights/role-rights.tsx";
import { useMay, useMe } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../features/users/users.css";

export function UsersPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("users.title"));
  return useMay("user:manage") ? <Users /> : <NotAllowed />;
}

const route = getRouteApi("/utilisateurs");

function Users() {
  const { t } = useTranslation();
  const { organisation } = route.useSearch();
  const { organisations } = useMe();
  const dialog = useDialog<true>();
  const [invited, setInvited] = useState<string>();
  const only = organisations.length === 1 ? organisations[0]?.id : undefined;
  return (
    <>
      <div className="page-head">
        <h1 className="page-title">{t("users.title")}</h1>
        <Button onClick={() => dialog.open(true)}>{t("users.invite")}</Button>
      </div>
      <output className="form-notice">{invited !== undefined && t("users.invited", { email: invited })}</output>
      <div className="users-page">
        <section className="surface" aria-label={t("users.title")}>
          <UserFilters />
          <UserList />
        </section>
        <InvitationList />
        <RightsTable />
      </div>
      {dialog.subject !== null && (
        <InviteDialog organisation={organisation ?? only ?? ""} onClose={dialog.close} onInvited={setInvited} />
      )}
    </>
  );
}
