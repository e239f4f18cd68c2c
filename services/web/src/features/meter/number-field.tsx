import { DecimalField } from "../../forms/decimal-field.tsx";

interface NumberFieldProps {
  readonly label: string;
  readonly description?: string;
  /** As typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly unit?: string;
  readonly required?: boolean;
}

/** A number with its unit beside it. */
export function NumberField({ description, unit, ...field }: NumberFieldProps) {
  return (
    <DecimalField
      description={description ?? null}
      rightSection={unit === undefined ? null : <span className="muted">{unit}</span>}
      rightSectionWidth={64}
      {...field}
    />
  );
}
