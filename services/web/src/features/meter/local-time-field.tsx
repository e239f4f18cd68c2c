import { TextInput } from "@mantine/core";

interface LocalTimeFieldProps {
  readonly label: string;
  readonly description?: string;
  /** `YYYY-MM-DDTHH:mm`, optionally with seconds, as the building's clock shows it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Date and time by the building's clock; a phone shows its own picker. */
export function LocalTimeField({ label, description, value, onChange }: LocalTimeFieldProps) {
  return (
    <TextInput
      required
      type="datetime-local"
      step={value.length > 16 ? 1 : 60}
      label={label}
      {...(description !== undefined && { description })}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
