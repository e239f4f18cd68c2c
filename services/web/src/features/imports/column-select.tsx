import { NativeSelect } from "@mantine/core";

interface ColumnSelectProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly value: string;
  readonly optional?: boolean;
  readonly onChange: (column: string) => void;
}

/** A column of the file by its name; one that the file does not have stays shown. */
export function ColumnSelect({ label, columns, value, optional = false, onChange }: ColumnSelectProps) {
  const known = [...new Set(columns)];
  const shown = value === "" || known.includes(value) ? known : [value, ...known];
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[...(optional || value === "" ? [{ value: "", label: "—" }] : []), ...shown]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
