import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { assignStation, type ListedStation, stationsQuery } from "../../api/stations.ts";
import { useFormat } from "../../format/use-format.ts";
import { FormError } from "../../forms/form-error.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";

interface StationDialogProps {
  readonly building: DetailedBuilding;
  /** uuid of the station that the building has now */
  readonly current: string | undefined;
  readonly onClose: () => void;
}

/** Chooses a building's station: the nearest is suggested. */
export function StationDialog(props: StationDialogProps) {
  const { t } = useTranslation();
  const { building } = props;
  const query = useQuery(stationsQuery({ building: building.id, organisation: building.organisation.id }));
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("buildingStation.title")}
      centered
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      {query.data === undefined ? <PendingOrFailed query={query} /> : <ChoiceForm {...props} stations={query.data} />}
    </Modal>
  );
}

function ChoiceForm({ building, current, stations, onClose }: StationDialogProps & { stations: ListedStation[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const options = useOptions(stations);
  const [station, setStation] = useState(current ?? stations[0]?.id ?? "");
  const [from, setFrom] = useState("");
  const save = useMutation({
    mutationFn: () => assignStation(building.id, { station: station || null, from: from || null }),
    onSuccess: async () => {
      await Promise.all(
        [["building-climate"], ["stations"], ["league"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="form-stack" onSubmit={submit}>
      <NativeSelect
        label={t("stations.station")}
        value={station}
        data={[...options, { value: "", label: t("buildingStation.noStation") }]}
        onChange={({ currentTarget }) => setStation(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t("buildingStation.from")}
        description={t("buildingStation.fromHint")}
        value={from}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
      />
      <FormError error={save.error} />
      <div className="form-actions">
        <Button variant="subtle" onClick={onClose}>
          {t("form.cancel")}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t("stations.save")}
        </Button>
      </div>
    </form>
  );
}

/** In the order of the API: the nearest first. */
function useOptions(stations: readonly ListedStation[]) {
  const { t } = useTranslation();
  const format = useFormat();
  return stations.map(({ id, name, distanceKm }, index) => {
    if (distanceKm === null) return { value: id, label: name };
    const key = index === 0 ? "buildingStation.nearest" : "buildingStation.distance";
    return { value: id, label: t(key, { name, km: format.number(distanceKm, 1) }) };
  });
}
