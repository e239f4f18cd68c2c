import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { buildingQuery } from "../../api/buildings.ts";
import { addDeliveryPoint, deliveryPointsQuery, moneyKey } from "../../api/delivery-points.ts";
import { FormError } from "../../forms/form-error.tsx";
import { BuildingSelect } from "../devices/declare-choices.tsx";

/** Gives a meter that has none its delivery point: the number that stands on the bill. */
export function PlaceForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [building, setBuilding] = useState("");
  const [meter, setMeter] = useState("");
  const [number, setNumber] = useState("");
  const save = useMutation({
    mutationFn: () => addDeliveryPoint({ meter, number: number.replaceAll(/\s/g, "") }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: moneyKey });
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("placeForm.title")}
      centered
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form className="form-stack" onSubmit={submit}>
        <BuildingSelect
          value={building}
          onChange={(chosen) => {
            setBuilding(chosen);
            setMeter("");
          }}
        />
        {building !== "" && <MeterSelect building={building} value={meter} onChange={setMeter} />}
        <TextInput
          required
          maxLength={50}
          label={t("placeForm.number")}
          description={t("placeForm.numberHint")}
          value={number}
          onChange={({ currentTarget }) => setNumber(currentTarget.value)}
        />
        <FormError error={save.error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={meter === "" || number.trim() === ""}>
            {t("placeForm.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface MeterSelectProps {
  readonly building: string;
  readonly value: string;
  readonly onChange: (meter: string) => void;
}

/** The building's meters that stand at no delivery point, and are no sub-meters of another. */
function MeterSelect({ building, value, onChange }: MeterSelectProps) {
  const { t } = useTranslation();
  const { data: detail } = useQuery(buildingQuery(building));
  const { data: places } = useInfiniteQuery(deliveryPointsQuery({ building }));
  if (detail === undefined || places === undefined) return null;
  const placed = new Set(
    places.pages.flatMap(({ items }) => items.flatMap(({ meters }) => meters.map(({ id }) => id))),
  );
  const free = detail.meters.filter(({ id, parent }) => parent === null && !placed.has(id));
  if (free.length === 0) return <p className="muted">{t("placeForm.noMeter")}</p>;
  return (
    <NativeSelect
      required
      label={t("placeForm.meter")}
      value={value}
      data={[
        { value: "", label: t("declare.choose"), disabled: true },
        ...free.map(({ id, name, energy }) => ({ value: id, label: `${name} · ${t(`energy.${energy}`)}` })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
