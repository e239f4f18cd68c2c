import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { endRole, type ListedRole, type ListedUser, setUserDisabled, usersQuery } from "../../api/users.ts";
import { ConfirmDialog } from "../../forms/confirm-dialog.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { Message } from "../../page-state/message.tsx";
import { MoreButton } from "../../page-state/more-button.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { GiveRoleDialog } from "./role-dialog.tsx";
import { UserCard } from "./user-card.tsx";

const route = getRouteApi("/utilisateurs");

/** What one is about to do to somebody. */
type Intent =
  | { readonly kind: "give"; readonly user: ListedUser }
  | { readonly kind: "end"; readonly user: ListedUser; readonly role: ListedRole }
  | { readonly kind: "disable" | "enable"; readonly user: ListedUser };

/** People with roles that who is signed in may see. */
export function UserList() {
  const { t } = useTranslation();
  const { search, organisation } = route.useSearch();
  const query = useInfiniteQuery(usersQuery({ search, organisation }));
  const dialog = useDialog<Intent>();
  const users = query.data?.pages.flatMap((page) => page.items);
  if (users === undefined) return <PendingOrFailed query={query} />;
  if (users.length === 0) return <Message title={t("users.none")} />;
  return (
    <>
      <ul className="user-list">
        {users.map((user) => (
          <UserCard
            key={user.id}
            user={user}
            onGive={() => dialog.open({ kind: "give", user })}
            onEnd={(role) => dialog.open({ kind: "end", user, role })}
            onDisable={() => dialog.open({ kind: user.disabled ? "enable" : "disable", user })}
          />
        ))}
      </ul>
      <MoreButton query={query} />
      {dialog.subject !== null && <IntentDialog intent={dialog.subject} onClose={dialog.close} />}
    </>
  );
}

function IntentDialog({ intent, onClose }: { readonly intent: Intent; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { organisation = "" } = route.useSearch();
  const { user } = intent;
  const after = () => client.invalidateQueries({ queryKey: ["users"] });
  if (intent.kind === "give") return <GiveRoleDialog {...{ user, organisation, onClose }} />;
  if (intent.kind === "end") {
    const { role } = intent;
    const values = { name: user.name, role: t(`role.${role.role}`), organisation: role.organisation.name };
    return (
      <ConfirmDialog
        title={t("users.endTitle")}
        text={t("users.endText", values)}
        confirm={t("users.end")}
        onConfirm={() => endRole(role.id).then(after)}
        onClose={onClose}
      />
    );
  }
  const disable = intent.kind === "disable";
  return (
    <ConfirmDialog
      title={t(disable ? "users.disableTitle" : "users.enableTitle", { name: user.name })}
      text={t(disable ? "users.disableText" : "users.enableText")}
      confirm={t(disable ? "users.disable" : "users.enable")}
      onConfirm={() => setUserDisabled(user.id, disable).then(after)}
      onClose={onClose}
    />
  );
}
