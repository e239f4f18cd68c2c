import { DeviceState } from "@gtb/contracts/devices";
import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const route = getRouteApi("/devices");

export function DeviceFilters() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { search, state } = route.useSearch();
  const [text, setText] = useState(search ?? "");
  const apply = useDebouncedCallback((value: string) => {
    void navigate({ search: (before) => ({ ...before, search: value.trim() || undefined }), replace: true });
  }, 250);
  return (
    <search className="device-filters">
      <TextInput
        type="search"
        aria-label={t("devices.search")}
        placeholder={t("devices.search")}
        leftSection={<IconSearch size={17} aria-hidden="true" />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          apply(event.currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label={t("devices.state")}
        value={state ?? ""}
        data={[
          { value: "", label: t("devices.allStates") },
          ...DeviceState.options.map((value) => ({ value, label: t(`deviceState.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ search: (before) => ({ ...before, state: DeviceState.safeParse(value).data }) })
        }
      />
    </search>
  );
}
