import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { addCurve, type Choices, type FilePreview, type MappedColumn, type Mapping } from "../../api/imports.ts";
import { FormError } from "../../forms/form-error.tsx";

type Register = Choices["registers"][number];

interface MeterChoiceProps {
  readonly mapping: Mapping;
  readonly registers: readonly Register[];
  readonly onChange: (mapping: Mapping) => void;
}

/** For which meter each column is, where the file does not say so itself. */
export function MeterChoice({ mapping, registers, onChange }: MeterChoiceProps) {
  const { t } = useTranslation();
  const add = useAddedCurve();
  const aim = (at: number, register: string) =>
    onChange({
      ...mapping,
      values: mapping.values.map((value, index) =>
        index === at ? { ...value, target: { by: "register", register } } : value,
      ),
    });
  const choose = (at: number, value: MappedColumn, chosen: string) => {
    if (!chosen.startsWith(newCurve)) return aim(at, chosen);
    add.mutate({ meter: chosen.slice(newCurve.length), unit: unitOf(value) }, { onSuccess: ({ id }) => aim(at, id) });
  };
  return (
    <>
      {mapping.values.map((value, at) =>
        value.target.by === "register" ? (
          <NativeSelect
            key={value.column}
            label={t("imports.meterOf", { column: value.column })}
            value={value.target.register}
            disabled={add.isPending}
            data={optionsOf(value, registers, t)}
            onChange={({ currentTarget }) => choose(at, value, currentTarget.value)}
          />
        ) : null,
      )}
      <FormError error={add.error} />
    </>
  );
}

interface CurvelessProps {
  readonly mapping: Mapping;
  readonly curveless: FilePreview["curveless"];
}

/** Meters that the file names and that only have an index: what keeps a curve is added with one press. */
export function Curveless({ mapping, curveless }: CurvelessProps) {
  const { t } = useTranslation();
  const add = useAddedCurve();
  const [value] = mapping.values;
  if (curveless.length === 0 || value === undefined) return null;
  return (
    <div className="import-doubt" role="note">
      <p>{t("imports.curveless")}</p>
      {curveless.map(({ meter, name }) => (
        <Button
          key={meter}
          variant="light"
          loading={add.isPending}
          onClick={() => add.mutate({ meter, unit: unitOf(value) })}
        >
          {t("imports.addCurve", { name })}
        </Button>
      ))}
      <FormError error={add.error} />
    </div>
  );
}

const newCurve = "new:";

function optionsOf(value: MappedColumn, registers: readonly Register[], t: TFunction) {
  const wanted = value.content === "interval" || value.content === "power" ? "interval" : "index";
  const fitting = registers.filter(({ kind }) => kind === wanted);
  const curved = new Set(registers.filter(({ kind }) => kind === "interval").map(({ meterId }) => meterId));
  const bare = new Map(
    registers.filter(({ meterId }) => !curved.has(meterId)).map((register) => [register.meterId, register]),
  );
  return [
    { value: "", label: t("imports.choose") },
    ...fitting.map((register) => ({ value: register.id, label: nameOf(register) })),
    ...(wanted === "interval" ? [...bare.values()] : []).map(({ meterId, building, meter }) => ({
      value: `${newCurve}${meterId}`,
      label: t("imports.newCurve", { name: `${building} – ${meter}` }),
    })),
  ];
}

/** What was waiting for the meter is read again. */
function useAddedCurve() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ meter, unit }: { readonly meter: string; readonly unit: "kW.h" | "m3" }) => addCurve(meter, unit),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["import-choices"] });
      await client.invalidateQueries({ queryKey: ["import-preview"] });
    },
  });
}

function unitOf({ unit }: MappedColumn): "kW.h" | "m3" {
  return unit === "m3" || unit === "L" ? "m3" : "kW.h";
}

function nameOf({ building, meter, name, unit }: Register): string {
  return `${building} – ${meter} – ${name} (${unit.replace(".", "")})`;
}
