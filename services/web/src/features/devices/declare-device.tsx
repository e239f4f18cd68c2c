import { Button, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { declareDevice, type HeardDevice } from "../../api/devices.ts";
import { useErrorText } from "../../page-state/failure.tsx";
import { BuildingSelect, DeviceTypeSelect, ZoneSelect } from "./declare-choices.tsx";

interface DeclareDeviceProps {
  readonly device: HeardDevice;
  readonly onClose: () => void;
}

interface Declaration {
  readonly deviceType: string;
  readonly building: string;
  readonly zone: string;
  readonly name: string;
}

/** Says what a heard device is and where it hangs; its past is decoded after that. */
export function DeclareDevice({ device, onClose }: DeclareDeviceProps) {
  const { t } = useTranslation();
  const [declaration, setDeclaration] = useState<Declaration>({ deviceType: "", building: "", zone: "", name: "" });
  const save = useDeclaration(device.devEui, onClose);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate(declaration);
  };
  return (
    <Modal opened onClose={onClose} title={t("declare.title", { devEui: device.devEui })} centered>
      <form onSubmit={submit} className="declare-form">
        <DeclarationFields declaration={declaration} onChange={setDeclaration} />
        <p className="muted">{t("declare.past", { count: device.uplinkCount })}</p>
        {save.isError && <DeclarationFailed error={save.error} />}
        <div className="declare-actions">
          <Button variant="subtle" onClick={onClose}>
            {t("declare.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("unknown.declare")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function useDeclaration(devEui: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ zone, name, ...rest }: Declaration) =>
      declareDevice({ ...rest, devEui, name: name.trim(), zone: zone === "" ? null : zone, createPoints: true }),
    onSuccess: async () => {
      await Promise.all(
        [["unknown-devices"], ["devices"], ["building"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
      onDone();
    },
  });
}

interface FieldsProps {
  readonly declaration: Declaration;
  readonly onChange: (declaration: Declaration) => void;
}

function DeclarationFields({ declaration, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <DeviceTypeSelect
        value={declaration.deviceType}
        onChange={(deviceType) => onChange({ ...declaration, deviceType })}
      />
      <BuildingSelect
        value={declaration.building}
        onChange={(building) => onChange({ ...declaration, building, zone: "" })}
      />
      <ZoneSelect
        building={declaration.building}
        value={declaration.zone}
        onChange={(zone) => onChange({ ...declaration, zone })}
      />
      <TextInput
        required
        maxLength={200}
        label={t("declare.name")}
        placeholder={t("declare.nameHint")}
        value={declaration.name}
        onChange={(event) => onChange({ ...declaration, name: event.currentTarget.value })}
      />
    </>
  );
}

function DeclarationFailed({ error }: { readonly error: Error }) {
  const textOf = useErrorText();
  return (
    <p role="alert" className="declare-error">
      {textOf(error)}
    </p>
  );
}
