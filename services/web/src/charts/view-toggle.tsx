import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

export type View = "chart" | "table";

interface ViewToggleProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
  readonly label: string;
}

/** Chart or table: the same figures. */
export function ViewToggle({ view, onChange, label }: ViewToggleProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={view}
      data={[
        { value: "chart", label: t("table.chart") },
        { value: "table", label: t("table.table") },
      ]}
      onChange={(value) => onChange(value === "table" ? "table" : "chart")}
    />
  );
}
