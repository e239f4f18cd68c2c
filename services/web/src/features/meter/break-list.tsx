import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type CounterBreak, registerBreaksQuery } from "../../api/meters.ts";
import { useFormat } from "../../format/use-format.ts";
import { Failure } from "../../page-state/failure.tsx";
import { useMay } from "../../session/me-context.ts";
import type { Asks, RegisterPlace } from "./register-place.ts";
import { useCountText } from "./use-count-text.ts";

/** Where the count fell and nobody has said why; each answer is one click from its dialog. */
export function BreakList(place: RegisterPlace & Asks) {
  const { t } = useTranslation();
  const query = useQuery(registerBreaksQuery(place.register.id));
  if (query.isError && query.data === undefined)
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || query.data.items.length === 0) return null;
  return (
    <section className="meter-breaks" aria-label={t("meter.breaks")}>
      {query.data.items.map((found) => (
        <BreakCard key={found.id} {...place} found={found} />
      ))}
    </section>
  );
}

function BreakCard({ register, setup, timeZone, ask, found }: RegisterPlace & Asks & { readonly found: CounterBreak }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText(register, setup);
  const mayExchange = useMay("exchange:write");
  const mayChange = useMay("meter:write");
  const { fromTime, toTime, fromValue, toValue, point } = found;
  const seen = t("meter.breakText", {
    from: countText(fromValue, fromTime),
    to: countText(toValue, fromTime),
    fromTime: format.dateTime(fromTime, timeZone),
    toTime: format.dateTime(toTime, timeZone),
  });
  // Nobody knows when between two readings it happened; its middle contradicts neither.
  const at = new Date((fromTime.getTime() + toTime.getTime()) / 2);
  const explain = (kind: "exchange" | "reset" | "rollover") =>
    ask({ about: "event", start: { kind, at, seen, ...(kind === "reset" && { firstValue: 0 }) } });
  return (
    <div className="meter-break" data-testid="break">
      <p>
        <strong>{seen}</strong> {t("meter.breakMeanwhile")}
      </p>
      <div className="meter-actions">
        {mayExchange &&
          (["exchange", "reset", "rollover"] as const).map((kind) => (
            <Button key={kind} variant="default" size="sm" onClick={() => explain(kind)}>
              {t(`breakAnswer.${kind}`)}
            </Button>
          ))}
        {mayChange && point !== null && (
          <Button
            variant="default"
            size="sm"
            onClick={() =>
              ask({ about: "correction", start: { point, kind: "void", from: toTime, to: toTime, value: toValue } })
            }
          >
            {t("breakAnswer.wrongValue")}
          </Button>
        )}
      </div>
    </div>
  );
}
