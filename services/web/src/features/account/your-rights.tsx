import { useTranslation } from "react-i18next";
import { apiUrl } from "../../api/request.ts";
import { RoleRights } from "../../rights/role-rights.tsx";
import { useMe } from "../../session/me-context.ts";
import { AccountSection } from "./account-section.tsx";

/** Which roles one has and what each lets one do, and the way to all that is known of oneself. */
export function YourRights() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <AccountSection title={t("account.rights")}>
      {me.roles.length === 0 && <p className="muted">{t("account.noRole")}</p>}
      {me.roles.map(({ id, role, organisation, buildings }) => (
        <details key={id} className="account-role">
          <summary>
            <strong>{t(`role.${role}`)}</strong> · {organisation.name}
            {buildings !== null && <div className="muted">{buildings.map(({ name }) => name).join(", ")}</div>}
          </summary>
          <RoleRights role={role} />
        </details>
      ))}
      <p className="account-export">
        <a href={apiUrl(`/users/${me.id}/export`)} download>
          {t("account.export")}
        </a>
      </p>
    </AccountSection>
  );
}
