import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ListedRole, ListedUser } from "../../api/users.ts";
import { useFormat } from "../../format/use-format.ts";
import { useMe } from "../../session/me-context.ts";
import { browserTimeZone } from "../../time/local-time.ts";

interface UserCardProps {
  readonly user: ListedUser;
  readonly onGive: () => void;
  readonly onEnd: (role: ListedRole) => void;
  readonly onDisable: () => void;
}

/** One person: how to reach them, what they may do where, and what can be changed about that. */
export function UserCard({ user, onGive, onEnd, onDisable }: UserCardProps) {
  const { t } = useTranslation();
  const mine = useMe().id === user.id;
  return (
    <li className="user-card" data-testid="user-card">
      <div className="user-who">
        <h2>{user.name}</h2>
        <span className="muted">{user.email}</span>
        <UserMarks user={user} />
      </div>
      <ul className="user-roles" aria-label={t("users.rolesOf", { name: user.name })}>
        {user.roles.map((role) => (
          <RoleLine key={role.id} name={user.name} role={role} onEnd={() => onEnd(role)} />
        ))}
        {user.roles.length === 0 && <li className="muted">{t("users.noRole")}</li>}
      </ul>
      <div className="user-actions">
        <Button
          size="compact-sm"
          variant="light"
          aria-label={t("users.giveTo", { name: user.name })}
          disabled={user.disabled}
          onClick={onGive}
        >
          {t("users.give")}
        </Button>
        {!mine && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t(user.disabled ? "users.enableTitle" : "users.disableTitle", { name: user.name })}
            onClick={onDisable}
          >
            {t(user.disabled ? "users.enable" : "users.disable")}
          </Button>
        )}
      </div>
    </li>
  );
}

function UserMarks({ user }: { readonly user: ListedUser }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="user-marks">
      {user.disabled && <span className="mark mark-bad">{t("users.disabled")}</span>}
      {user.lockedUntil !== null && (
        <span className="mark mark-bad">
          {t("users.lockedUntil", { time: format.clock(user.lockedUntil, browserTimeZone()) })}
        </span>
      )}
      {user.secondFactor && <span className="mark">{t("users.secondFactor")}</span>}
    </span>
  );
}

interface RoleLineProps {
  readonly name: string;
  readonly role: ListedRole;
  readonly onEnd: () => void;
}

function RoleLine({ name, role, onEnd }: RoleLineProps) {
  const { t } = useTranslation();
  const title = t(`role.${role.role}`);
  const { organisation, buildings, fromProvider } = role;
  return (
    <li>
      <div>
        <strong>{title}</strong> · {organisation.name}
        {buildings !== null && <div className="muted">{buildings.map((building) => building.name).join(", ")}</div>}
        {fromProvider && <div className="muted">{t("users.fromProvider")}</div>}
      </div>
      {!fromProvider && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t("users.endOf", { role: title, organisation: organisation.name, name })}
          onClick={onEnd}
        >
          {t("users.end")}
        </Button>
      )}
    </li>
  );
}
