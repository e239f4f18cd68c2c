import { useTranslation } from "react-i18next";
import { unknown } from "../../format/format.ts";
import { printUnit } from "../../format/unit.ts";
import { useFormat } from "../../format/use-format.ts";
import { Arriving } from "./arriving.tsx";
import type { LivePoint, LiveQuantity } from "./rooms.ts";

const decimals: Partial<Readonly<Record<LiveQuantity, number>>> = {
  temperature: 1,
  "thermal-power": 1,
  "volume-flow": 2,
};
const states: readonly LiveQuantity[] = ["presence", "motion", "water-leak"];

interface LiveValueProps {
  readonly point: LivePoint;
  /** Several points of one quantity, or no room to go by: only the point's own name tells which it is. */
  readonly byName: boolean;
  /** Set where the value is much older than its room's newest */
  readonly measuredAt: Date | null;
  readonly now: Date;
}

export function LiveValue({ point, byName, measuredAt, now }: LiveValueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useValueText(point);
  return (
    <li className="live-item" title={point.name}>
      <span className="live-quantity">{byName ? point.name : t(`quantity.${point.quantity}`)}</span>
      <Arriving
        text={text}
        mark={point.latest?.time.getTime() ?? 0}
        className="live-number"
        testId="live-value"
        point={point.id}
      />
      {measuredAt !== null && <span className="live-age muted number">{format.age(measuredAt, now)}</span>}
    </li>
  );
}

function useValueText({ quantity, unit, latest }: LivePoint): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (latest === null) return unknown;
  if (states.includes(quantity)) return latest.value > 0 ? t("live.yes") : t("live.no");
  if (quantity === "active-power" && unit === "W") return `${format.number(latest.value / 1000, 1)} kW`;
  return `${format.number(latest.value, decimals[quantity] ?? 0)} ${printUnit(unit)}`.trim();
}
