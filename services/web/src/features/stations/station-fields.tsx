import { StationKind } from "@gtb/contracts/climate";
import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { buildingQuery } from "../../api/buildings.ts";
import { DecimalField } from "../../forms/decimal-field.tsx";
import { BuildingSelect } from "../devices/declare-choices.tsx";

export interface StationOwner {
  /** "": the platform's */
  readonly id: string;
  readonly name: string;
}

export interface StationDraft {
  readonly organisation: string;
  readonly kind: StationKind;
  readonly code: string;
  readonly name: string;
  readonly source: string;
  readonly latitude: string;
  readonly longitude: string;
  /** Where the sensor hangs; only to find its point */
  readonly building: string;
  readonly point: string;
}

interface FieldsProps {
  readonly draft: StationDraft;
  readonly onChange: (draft: StationDraft) => void;
}

export function StationFields({ owners, draft, onChange }: FieldsProps & { readonly owners: readonly StationOwner[] }) {
  const { t } = useTranslation();
  const text = (name: "code" | "name" | "source", maxLength: number) => (
    <TextInput
      required
      maxLength={maxLength}
      label={t(`stationForm.${name}`)}
      value={draft[name]}
      onChange={({ currentTarget }) => onChange({ ...draft, [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <NativeSelect
        label={t("stationForm.organisation")}
        value={draft.organisation}
        data={owners.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ currentTarget }) => onChange({ ...draft, organisation: currentTarget.value })}
      />
      <NativeSelect
        label={t("stationForm.kind")}
        value={draft.kind}
        data={StationKind.options.map((kind) => ({ value: kind, label: t(`stationKind.${kind}`) }))}
        onChange={({ currentTarget }) => onChange({ ...draft, kind: StationKind.parse(currentTarget.value) })}
      />
      {draft.kind === "sensor" && <SensorFields draft={draft} onChange={onChange} />}
      {text("code", 50)}
      {text("name", 200)}
      {text("source", 500)}
      <PlaceFields draft={draft} onChange={onChange} />
    </>
  );
}

function PlaceFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (["latitude", "longitude"] as const).map((name) => (
    <DecimalField
      key={name}
      required={draft.kind === "open_meteo"}
      label={t(`stationForm.${name}`)}
      value={draft[name]}
      onChange={(value) => onChange({ ...draft, [name]: value })}
    />
  ));
}

/** The building where the outdoor sensor hangs, and which of its temperatures it is. */
function SensorFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...buildingQuery(draft.building), enabled: draft.building !== "" });
  // What hangs in no room comes first: outdoor sensors do.
  const points = (data?.points ?? [])
    .filter(({ quantity, unit, kind }) => quantity === "temperature" && unit === "Cel" && kind === "gauge")
    .toSorted((a, b) => Number(a.zone !== null) - Number(b.zone !== null))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <BuildingSelect value={draft.building} onChange={(building) => onChange({ ...draft, building, point: "" })} />
      <NativeSelect
        required
        label={t("stationForm.point")}
        disabled={draft.building === ""}
        value={draft.point}
        data={[{ value: "", label: t("declare.choose"), disabled: true }, ...points]}
        onChange={({ currentTarget }) => onChange({ ...draft, point: currentTarget.value })}
      />
    </>
  );
}
