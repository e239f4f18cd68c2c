import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MeterRegister } from "../../api/meters.ts";
import { useMay } from "../../session/me-context.ts";
import type { Asks } from "./register-place.ts";

interface RegisterActionsProps extends Asks {
  readonly register: MeterRegister;
  /** What was heard of it last, to hold what one reads against; undefined: nothing. */
  readonly latestText: string | undefined;
}

/** What may be done at the meter; nothing for who only reads. */
export function RegisterActions({ register, latestText, ask }: RegisterActionsProps) {
  const { t } = useTranslation();
  const mayExchange = useMay("exchange:write") && register.kind === "index";
  const mayChange = useMay("meter:write");
  if (!mayExchange && !mayChange) return null;
  const happened = (kind: "exchange" | "reset") =>
    ask({ about: "event", start: { kind, at: new Date(), ...(latestText !== undefined && { seen: latestText }) } });
  return (
    <div className="meter-actions">
      {mayExchange && (
        <>
          <Button onClick={() => happened("exchange")}>{t("meter.exchange")}</Button>
          <Button variant="default" onClick={() => happened("reset")}>
            {t("meter.reset")}
          </Button>
        </>
      )}
      {mayChange && (
        <>
          <Button variant="default" onClick={() => ask({ about: "parameters" })}>
            {t("meter.changeParameters")}
          </Button>
          <Button variant="default" onClick={() => ask({ about: "fill" })}>
            {t("meter.fillTitle")}
          </Button>
        </>
      )}
    </div>
  );
}
