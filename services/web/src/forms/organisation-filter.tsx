import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { allOrganisationsQuery } from "../api/organisations.ts";

/**
 * Which organisation a list is about, in the address like that of the header. Here one may choose every organisation that
 * one knows of: people are managed where one does not see the data, too.
 */
export function OrganisationFilter() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organisation } = useSearch({ from: "__root__" });
  const { data } = useQuery(allOrganisationsQuery);
  const choices = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (choices.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t("list.organisation")}
      value={organisation ?? ""}
      data={[{ value: "", label: t("buildings.allOrganisations") }, ...choices]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: ".", search: (before) => ({ ...before, organisation: value || undefined }) })
      }
    />
  );
}
