import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../format/use-format.ts";
import { DecimalField } from "../../forms/decimal-field.tsx";
import { type ContractDraft, presetsFor, withPreset } from "./contract-draft.ts";
import { OffPeakFields } from "./off-peak-fields.tsx";

interface ContractFieldsProps {
  readonly energy: string;
  readonly draft: ContractDraft;
  readonly onChange: (draft: ContractDraft) => void;
}

/** Who supplies, since when, and how the contract is built. */
export function ContractFields({ energy, draft, onChange }: ContractFieldsProps) {
  const { t } = useTranslation();
  const set = (part: Partial<ContractDraft>) => onChange({ ...draft, ...part });
  const { schedule } = draft;
  return (
    <>
      <PresetField energy={energy} draft={draft} onChange={onChange} />
      <div className="field-row">
        <TextInput
          required
          maxLength={200}
          label={t("contractForm.supplier")}
          value={draft.supplier}
          onChange={({ currentTarget }) => set({ supplier: currentTarget.value })}
        />
        <TextInput
          maxLength={100}
          label={t("contractForm.reference")}
          value={draft.reference}
          onChange={({ currentTarget }) => set({ reference: currentTarget.value })}
        />
        <TextInput
          required
          type="date"
          label={t("contractForm.from")}
          value={draft.from}
          onChange={({ currentTarget }) => set({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("contractForm.last")}
          description={t("contractForm.lastHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          min={draft.from}
          value={draft.last}
          onChange={({ currentTarget }) => set({ last: currentTarget.value })}
        />
        {energy === "electricity" && (
          <DecimalField
            label={t("contractForm.power")}
            required={draft.prices.some(({ kind }) => kind === "per_kva_year")}
            value={draft.power}
            onChange={(power) => set({ power })}
          />
        )}
      </div>
      {schedule !== null && <OffPeakFields schedule={schedule} onChange={(changed) => set({ schedule: changed })} />}
    </>
  );
}

function PresetField({ energy, draft, onChange }: ContractFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const presets = presetsFor(energy);
  if (presets.length === 0) return null;
  return (
    <NativeSelect
      label={t("contractForm.preset")}
      description={t("contractForm.presetHint")}
      value={draft.preset}
      data={[
        { value: "", label: t("contractForm.noPreset") },
        ...presets.map(({ id }) => ({ value: id, label: t(`contractPreset.${id}`) })),
      ]}
      onChange={({ currentTarget: { value } }) => onChange(withPreset(draft, value, language))}
    />
  );
}
