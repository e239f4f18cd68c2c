import type { Problem } from "@gtb/contracts/problem";
import type { EventDoubt } from "@gtb/domain/energy/event-doubts";
import { useTranslation } from "react-i18next";

const doubts = [
  "last_below_previous",
  "last_too_high",
  "first_above_next",
  "first_too_low",
  "last_beyond_width",
  "first_beyond_width",
  "count_does_not_fall",
] as const satisfies readonly EventDoubt[];

/** What the readings around say against what was typed, in plain words. */
export function EventDoubts({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const told = doubts.filter((doubt) => problem.errors.some(({ message }) => message.startsWith(`${doubt}:`)));
  return (
    <div role="alert" className="meter-doubts">
      <strong>{t("meter.checkThis")}</strong>
      <ul>
        {told.map((doubt) => (
          <li key={doubt}>{t(`eventDoubt.${doubt}`)}</li>
        ))}
      </ul>
    </div>
  );
}
