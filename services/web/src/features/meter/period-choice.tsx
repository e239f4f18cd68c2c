import { Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface PeriodChoiceProps {
  /** true: from an instant on; false: ever */
  readonly since: boolean;
  readonly onChange: (since: boolean) => void;
}

export function PeriodChoice({ since, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t("meter.holds")}
      value={since ? "since" : "ever"}
      onChange={(value) => onChange(value === "since")}
    >
      <Stack gap={6} mt={6}>
        <Radio value="since" label={t("meter.holdsSince")} />
        <Radio value="ever" label={t("meter.holdsEver")} />
      </Stack>
    </Radio.Group>
  );
}
