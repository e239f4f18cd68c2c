import { actions, permissions, type Role, roles } from "@gtb/domain/access/permission";
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useActionText } from "./use-action-text.ts";
import "./rights.css";

/** What one role may do, in plain words, from the table that the database enforces. */
export function RoleRights({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  const textOf = useActionText();
  const allowed = actions.filter((action) => permissions[role][action] !== undefined);
  const everywhere = allowed.some((action) => permissions[role][action] === "platform");
  return (
    <div className="role-rights" aria-live="polite">
      <p>{t("rights.may")}</p>
      <ul>
        {allowed.map((action) => (
          <li key={action}>
            <IconCheck size={15} aria-hidden="true" /> {textOf(action)}
          </li>
        ))}
      </ul>
      <p className="muted">{t(everywhere ? "rights.platform" : "rights.own")}</p>
    </div>
  );
}

/** The whole table, role by role. */
export function RightsTable() {
  const { t } = useTranslation();
  return (
    <details className="rights">
      <summary>{t("rights.title")}</summary>
      <div className="rights-lists">
        {roles.map((role) => (
          <section key={role}>
            <h3>{t(`role.${role}`)}</h3>
            <RoleRights role={role} />
          </section>
        ))}
      </div>
    </details>
  );
}
