import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MeasuredPoint } from "../../api/buildings.ts";
import { useFormat } from "../../format/use-format.ts";
import { parameterAt } from "./counts.ts";
import type { RegisterPlace } from "./register-place.ts";
import { useCountText } from "./use-count-text.ts";
import { useParameterText, useValidityText } from "./use-parameter-text.ts";

interface RegisterFactsProps extends RegisterPlace {
  readonly latest: MeasuredPoint["latest"];
  readonly now: Date;
}

/** How the counter counts now, what it reads, and where it stands. */
export function RegisterFacts({ register, setup, timeZone, latest, now }: RegisterFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText(register, setup);
  const parameterText = useParameterText(register);
  const validityText = useValidityText(timeZone);
  const parameter = parameterAt(setup.parameters, now);
  return (
    <dl className="meter-facts">
      {latest !== null && (
        <Fact name={t(register.kind === "index" ? "meter.latestIndex" : "meter.latestValue")}>
          <strong className="number">{countText(latest.value, latest.time)}</strong>{" "}
          <span className="muted">{format.dateTime(latest.time, timeZone)}</span>
        </Fact>
      )}
      <Fact name={t("meter.counts")}>
        {t(`registerKind.${register.kind}`)} · {t(`registerDirection.${register.direction}`)}
        {register.tariffClass !== "base" && ` · ${register.tariffClass}`}
      </Fact>
      {register.kind !== "virtual" && (
        <Fact name={t("meter.parameters")}>
          {parameter === undefined ? (
            <strong className="meter-lacking">{t("meter.noParameterNow")}</strong>
          ) : (
            <>
              {parameterText(parameter)} <span className="muted">{validityText(parameter)}</span>
            </>
          )}
        </Fact>
      )}
      {setup.points.length > 0 && (
        <Fact name={t("meter.points")}>
          {setup.points.map((period) => (
            <span key={`${period.point.id} ${period.validFrom?.getTime()}`} className="meter-point">
              {period.point.name} <span className="muted">{validityText(period)}</span>
            </span>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
