import { type Role, rolesByBuilding } from "@gtb/domain/access/permission";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { allOrganisationsQuery } from "../../api/organisations.ts";
import { RoleRights } from "../../rights/role-rights.tsx";
import { useMe } from "../../session/me-context.ts";
import { BuildingChoice } from "./building-choice.tsx";
import { givableRoles } from "./givable-roles.ts";
import { managedOrganisations } from "./managed-organisations.ts";

/** A role as it is being chosen. */
export interface RoleDraft {
  readonly organisation: string;
  readonly role: Role | "";
  /** null: every building */
  readonly buildings: readonly string[] | null;
}

interface RoleFieldsProps {
  readonly draft: RoleDraft;
  readonly onChange: (draft: RoleDraft) => void;
}

/** Where, which role and, for those that may be limited, which buildings. */
export function RoleFields({ draft, onChange }: RoleFieldsProps) {
  const { t } = useTranslation();
  const roles = useGivableRoles(draft.organisation);
  const role = roles.find((one) => one === draft.role);
  return (
    <>
      <OrganisationField
        value={draft.organisation}
        onChange={(organisation) => onChange({ ...draft, organisation, buildings: null })}
      />
      <NativeSelect
        required
        disabled={draft.organisation === ""}
        label={t("users.role")}
        value={role ?? ""}
        data={[
          { value: "", label: t("declare.choose"), disabled: true },
          ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...draft, role: roles.find((one) => one === value) ?? "", buildings: null })
        }
      />
      {role !== undefined && <RoleRights role={role} />}
      {role !== undefined && rolesByBuilding.includes(role) && (
        <BuildingChoice
          organisation={draft.organisation}
          chosen={draft.buildings}
          onChange={(buildings) => onChange({ ...draft, buildings })}
        />
      )}
    </>
  );
}

function useGivableRoles(organisation: string): Role[] {
  const { data } = useQuery(allOrganisationsQuery);
  const held = useMe().roles.map(({ role }) => role);
  const kind = data?.items.find(({ id }) => id === organisation)?.kind;
  return kind === undefined ? [] : givableRoles(held, kind);
}

interface OrganisationFieldProps {
  readonly value: string;
  readonly onChange: (organisation: string) => void;
}

function OrganisationField({ value, onChange }: OrganisationFieldProps) {
  const { t } = useTranslation();
  const { data } = useQuery(allOrganisationsQuery);
  const choices = managedOrganisations(data?.items ?? [], useMe().roles).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  return (
    <NativeSelect
      required
      label={t("list.organisation")}
      value={value}
      data={[{ value: "", label: t("declare.choose"), disabled: true }, ...choices]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
