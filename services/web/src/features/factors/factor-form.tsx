import { EndUse } from "@gtb/contracts/energies";
import { EnergyFactorBody, FactorKind } from "@gtb/contracts/energy-factors";
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addFactor, type FactorWish } from "../../api/energy-factors.ts";
import { readDecimal } from "../../forms/decimal.ts";
import { DecimalField } from "../../forms/decimal-field.tsx";
import { FormError } from "../../forms/form-error.tsx";

const energies = ["electricity", "gas", "heat", "fuel_oil", "wood"] as const;
const bases = ["final", "pci", "pcs"] as const;

interface FactorDraft {
  readonly organisation: string;
  readonly kind: string;
  readonly energy: string;
  readonly endUse: string;
  readonly value: string;
  readonly basis: string;
  readonly year: string;
  readonly source: string;
  readonly fromMonth: string;
  readonly lastMonth: string;
}

interface FactorFormProps {
  /** Whose factor it may be; id "": everybody's */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** Says a factor of some months, with where it comes from; it takes the place of another there. */
export function FactorForm({ owners, onClose }: FactorFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [draft, setDraft] = useState<FactorDraft>({ ...emptyFactor, organisation: owners[0]?.id ?? "" });
  const save = useMutation({
    mutationFn: (factor: FactorWish) => addFactor(factor),
    onSuccess: async () => {
      await Promise.all(
        [["energy-factors"], ["consumption"], ["league"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      onClose();
    },
  });
  const body = EnergyFactorBody.safeParse(wishOf(draft));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (body.success) save.mutate(body.data);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("factors.add")}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <form className="form-stack" onSubmit={submit}>
        <div className="field-row">
          <ChoiceFields owners={owners} draft={draft} onChange={setDraft} />
          <ValueFields draft={draft} onChange={setDraft} />
        </div>
        <p className="muted">{t("factors.addHint")}</p>
        <FormError error={save.error} />
        <div className="form-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("form.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!body.success}>
            {t("factors.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const emptyFactor: FactorDraft = {
  organisation: "",
  kind: "co2e",
  energy: "heat",
  endUse: "",
  value: "",
  basis: "final",
  year: "",
  source: "",
  fromMonth: "",
  lastMonth: "",
};

function wishOf(draft: FactorDraft) {
  return {
    organisation: draft.organisation || null,
    kind: draft.kind,
    energy: draft.energy,
    endUse: draft.endUse || null,
    value: readDecimal(draft.value),
    basis: draft.basis,
    year: readDecimal(draft.year),
    source: draft.source.trim(),
    from: `${draft.fromMonth}-01`,
    to: draft.lastMonth === "" ? null : monthAfter(draft.lastMonth),
  };
}

/** The first day of the month after `YYYY-MM`. */
function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, "0")}-01`;
}

interface FieldsProps {
  readonly draft: FactorDraft;
  readonly onChange: (draft: FactorDraft) => void;
}

function ChoiceFields({ owners, draft, onChange }: FieldsProps & Pick<FactorFormProps, "owners">) {
  const { t } = useTranslation();
  const choice = (name: "organisation" | "kind" | "energy" | "endUse" | "basis", data: [string, string][]) => (
    <NativeSelect
      label={t(`factorForm.${name}`)}
      value={draft[name]}
      data={data.map(([value, label]) => ({ value, label }))}
      onChange={({ currentTarget }) => onChange({ ...draft, [name]: currentTarget.value })}
    />
  );
  return (
    <>
      {choice(
        "organisation",
        owners.map(({ id, name }) => [id, name]),
      )}
      {choice(
        "kind",
        FactorKind.options.map((kind) => [kind, t(`factorKind.${kind}`)]),
      )}
      {choice(
        "energy",
        energies.map((energy) => [energy, t(`energy.${energy}`)]),
      )}
      {draft.kind !== "pcs_per_pci" &&
        choice("endUse", [
          ["", t("factors.allUses")],
          ...EndUse.options.map((use): [string, string] => [use, t(`endUse.${use}`)]),
        ])}
      {choice(
        "basis",
        bases.map((basis) => [basis, t(`factorBasis.${basis}`)]),
      )}
    </>
  );
}

function ValueFields({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const text = (name: "source" | "fromMonth" | "lastMonth", required: boolean) => (
    <TextInput
      required={required}
      type={name === "source" ? "text" : "month"}
      maxLength={200}
      // Where a browser has no field for months, it is typed.
      {...(name === "source" ? {} : { placeholder: t("factorForm.month"), pattern: "\\d{4}-(0[1-9]|1[0-2])" })}
      label={t(`factorForm.${name}`)}
      value={draft[name]}
      onChange={({ currentTarget }) => onChange({ ...draft, [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <DecimalField
        required
        label={t("factorForm.value")}
        value={draft.value}
        onChange={(value) => onChange({ ...draft, value })}
      />
      <DecimalField
        required
        label={t("factorForm.year")}
        value={draft.year}
        onChange={(year) => onChange({ ...draft, year })}
      />
      {text("source", true)}
      {text("fromMonth", true)}
      {text("lastMonth", false)}
    </>
  );
}
