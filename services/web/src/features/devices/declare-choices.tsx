import { NativeSelect } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { buildingQuery, buildingsQuery } from "../../api/buildings.ts";
import { deviceTypesQuery } from "../../api/devices.ts";

interface ChoiceProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function DeviceTypeSelect({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const { data } = useQuery(deviceTypesQuery);
  const types = (data?.items ?? [])
    .map(({ id, vendor, models }) => ({ value: id, label: `${vendor} ${models.join(" / ")}` }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <NativeSelect
      required
      label={t("declare.type")}
      value={value}
      data={[{ value: "", label: t("declare.choose"), disabled: true }, ...types]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Every building, page after page: one cannot choose what is not listed. */
export function BuildingSelect({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(buildingsQuery({}));
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const buildings = (data?.pages.flatMap((page) => page.items) ?? [])
    .map(({ id, name, organisation }) => ({ value: id, label: `${name} (${organisation.name})` }))
    .sort((a, b) => a.label.localeCompare(b.label, "fr"));
  return (
    <NativeSelect
      required
      label={t("buildings.building")}
      value={value}
      data={[{ value: "", label: t("declare.choose"), disabled: true }, ...buildings]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function ZoneSelect({ building, value, onChange }: ChoiceProps & { readonly building: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...buildingQuery(building), enabled: building !== "" });
  const zones = (data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <NativeSelect
      label={t("declare.zone")}
      disabled={building === ""}
      value={value}
      data={[{ value: "", label: t("live.wholeBuilding") }, ...zones]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
