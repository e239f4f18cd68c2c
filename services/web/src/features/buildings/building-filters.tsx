import { BuildingUse } from "@gtb/contracts/buildings";
import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buildingOrders } from "./sort-buildings.ts";

const route = getRouteApi("/");

/** Filters live in the address, so that a view can be kept and sent. */
export function BuildingFilters() {
  return (
    <search className="building-filters">
      <NameFilter />
      <UseFilter />
      <OrderChoice />
    </search>
  );
}

function NameFilter() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { search } = route.useSearch();
  const [text, setText] = useState(search ?? "");
  const apply = useDebouncedCallback((value: string) => {
    void navigate({ search: (before) => ({ ...before, search: value.trim() || undefined }), replace: true });
  }, 250);
  return (
    <TextInput
      type="search"
      className="filter-name"
      aria-label={t("buildings.search")}
      placeholder={t("buildings.search")}
      leftSection={<IconSearch size={17} aria-hidden="true" />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}

function UseFilter() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { use } = route.useSearch();
  const choices = BuildingUse.options.map((value) => ({ value, label: t(`use.${value}`) }));
  return (
    <NativeSelect
      aria-label={t("buildings.use")}
      value={use ?? ""}
      data={[{ value: "", label: t("buildings.allUses") }, ...choices]}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ search: (before) => ({ ...before, use: BuildingUse.safeParse(value).data }) })
      }
    />
  );
}

function OrderChoice() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { sort } = route.useSearch();
  return (
    <NativeSelect
      aria-label={t("buildings.sort")}
      value={sort ?? "energy"}
      data={buildingOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
      onChange={({ currentTarget: { value } }) => {
        const chosen = buildingOrders.find((order) => order === value);
        void navigate({ search: (before) => ({ ...before, sort: chosen === "energy" ? undefined : chosen }) });
      }}
    />
  );
}
