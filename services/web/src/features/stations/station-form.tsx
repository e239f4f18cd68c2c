import { StationBody } from "@gtb/contracts/climate";
import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addStation, type StationWish } from "../../api/stations.ts";
import { readOptionalDecimal } from "../../forms/decimal.ts";
import { FormError } from "../../forms/form-error.tsx";
import { type StationDraft, StationFields, type StationOwner } from "./station-fields.tsx";

interface StationFormProps {
  /** Whose station it may be; id "": the platform's */
  readonly owners: readonly StationOwner[];
  readonly onClose: () => void;
}

/** Adds a weather station. */
export function StationForm({ owners, onClose }: StationFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState<StationDraft>({ ...emptyStation, organisation: owners[0]?.id ?? "" });
  const save = useMutation({
    mutationFn: (wish: StationWish) => addStation(wish),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["stations"] });
      onClose();
    },
  });
  const body = StationBody.safeParse(wishOf(draft));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (body.success) save.mutate(body.data);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("stations.add")}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form className="form-stack" onSubmit={submit}>
        <StationFields owners={owners} draft={draft} onChange={setDraft} />
        <p className="muted">{t(`stationHint.${draft.kind}`)}</p>
        <FormError error={save.error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!body.success}>
            {t("stations.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const emptyStation: StationDraft = {
  organisation: "",
  kind: "file",
  code: "",
  name: "",
  source: "",
  latitude: "",
  longitude: "",
  building: "",
  point: "",
};

function wishOf({ organisation, kind, code, name, source, latitude, longitude, point }: StationDraft) {
  return {
    organisation: organisation || null,
    kind,
    code: code.trim(),
    name: name.trim(),
    source: source.trim(),
    latitude: readOptionalDecimal(latitude),
    longitude: readOptionalDecimal(longitude),
    point: kind === "sensor" ? point || null : null,
  };
}
