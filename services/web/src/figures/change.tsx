import { IconArrowDownRight, IconArrowUpRight, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { unknown } from "../format/format.ts";
import { useFormat } from "../format/use-format.ts";

/** Under this a difference is no news. */
const quiet = 0.02;

interface ChangeProps {
  readonly change: number | null;
}

/** A relative difference: arrow, sign and colour say the same thing. */
export function Change({ change }: ChangeProps) {
  const format = useFormat();
  const { t } = useTranslation();
  if (change === null) {
    return (
      <span className="change muted" title={t("week.notComparable")}>
        {unknown}
      </span>
    );
  }
  const direction = Math.abs(change) < quiet ? "same" : change < 0 ? "less" : "more";
  const Icon = { same: IconMinus, less: IconArrowDownRight, more: IconArrowUpRight }[direction];
  return (
    <span className={`change change-${direction} number`}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      {format.change(change)}
    </span>
  );
}
