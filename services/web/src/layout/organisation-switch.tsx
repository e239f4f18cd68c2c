import { NativeSelect } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/me-context.ts";

/** Which organisation one looks at, where one sees several. The choice stands in the address. */
export function OrganisationSwitch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organisation = "" } = useSearch({ from: "__root__" });
  const { organisations } = useMe();
  if (organisations.length < 2) return null;
  const choices = organisations.map(({ id, name }) => ({ value: id, label: name }));
  const known = organisation === "" || choices.some(({ value }) => value === organisation);
  return (
    <NativeSelect
      className="organisation-switch"
      size="sm"
      aria-label={t("layout.organisation")}
      value={organisation}
      data={[
        { value: "", label: t("buildings.allOrganisations") },
        ...(known ? [] : [{ value: organisation, label: t("layout.otherOrganisation") }]),
        ...choices,
      ]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: ".", search: (before) => ({ ...before, organisation: value || undefined }) })
      }
    />
  );
}
