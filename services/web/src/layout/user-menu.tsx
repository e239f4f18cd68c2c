import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconLogout, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useErrorText } from "../page-state/failure.tsx";
import { useMe } from "../session/me-context.ts";
import { useSignOut } from "../session/sign-out.ts";

/** Who is signed in, the way to their account, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const leave = useSignOut();
  const errorText = useErrorText();
  return (
    <>
      <Menu position="bottom-end" width={240} shadow="md">
        <Menu.Target>
          <UnstyledButton className="user-button" aria-label={t("layout.userMenu", { name: me.name })}>
            <span className="user-initials" aria-hidden="true">
              {initialsOf(me.name)}
            </span>
            <span className="user-name">{me.name}</span>
            <IconChevronDown size={15} aria-hidden="true" className="user-name" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className="user-about">
            <strong>{me.name}</strong>
            <br />
            {me.email}
          </Menu.Label>
          <Menu.Item component={Link} to="/compte" leftSection={<IconUser size={16} aria-hidden="true" />}>
            {t("account.title")}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={() => leave.mutate()}>
            {t("layout.signOut")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {leave.isError && (
        <p role="alert" className="visually-hidden">
          {errorText(leave.error)}
        </p>
      )}
    </>
  );
}

/** Of the first and the last name. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = parts[0]?.[0] ?? "";
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}
