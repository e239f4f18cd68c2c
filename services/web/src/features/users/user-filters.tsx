import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationFilter } from "../../forms/organisation-filter.tsx";

const route = getRouteApi("/utilisateurs");

export function UserFilters() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { search } = route.useSearch();
  const [text, setText] = useState(search ?? "");
  const apply = useDebouncedCallback((value: string) => {
    void navigate({ search: (before) => ({ ...before, search: value.trim() || undefined }), replace: true });
  }, 250);
  return (
    <search className="user-filters">
      <TextInput
        type="search"
        label={t("list.search")}
        placeholder={t("users.search")}
        leftSection={<IconSearch size={17} aria-hidden="true" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          apply(event.currentTarget.value);
        }}
      />
      <OrganisationFilter />
    </search>
  );
}
