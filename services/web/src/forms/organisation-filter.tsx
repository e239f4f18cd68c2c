import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { allOrganisationsQuery } from "../api/organisations.ts";
import { useMe } from "../session/me-context.ts";

/**
 * Which organisation a list is about, in the address like that of the header. It has every organisation that one knows
 * of, as people are managed where one does not see the data, too; nothing where the header has all of them already.
 */
export function OrganisationFilter() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organisation } = useSearch({ from: "__root__" });
  const { data } = useQuery(allOrganisationsQuery);
  const choices = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const seen = useMe().organisations;
  const inHeader = seen.length > 1 && choices.every(({ value }) => seen.some(({ id }) => id === value));
  if (choices.length < 2 || inHeader) return null;
  return (
    <NativeSelect
      label={t("list.organisation")}
      value={organisation ?? ""}
      data={[{ value: "", label: t("buildings.allOrganisations") }, ...choices]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: ".", search: (before) => ({ ...before, organisation: value || undefined }) })
      }
    />
  );
}
