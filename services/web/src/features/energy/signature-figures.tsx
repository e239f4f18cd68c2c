import type { Energy } from "@gtb/contracts/energies";
import type { EnergySignature } from "@gtb/domain/energy/energy-signature";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { Chart } from "../../charts/chart.tsx";
import { escapeHtml, tooltipLine } from "../../charts/chart-style.ts";
import { FiguresTable } from "../../charts/figures-table.tsx";
import { useFormat } from "../../format/use-format.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { ClimateDay } from "./signature-days.ts";
import { signatureColours, signatureOption } from "./signature-option.ts";

interface SignatureFiguresProps {
  readonly building: DetailedBuilding;
  readonly energy: Energy;
  readonly days: readonly ClimateDay[];
  readonly end: CalendarDate;
  readonly weekdayLine: EnergySignature | null;
  readonly weekendLine: EnergySignature | null;
}

/** What the line says; or that none deserves to be drawn, and why. */
export function SignatureSentence({ weekdayLine }: SignatureFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (weekdayLine === null) return <p className="figures-note">{t("signature.noLine")}</p>;
  return (
    <p className="figures-note">
      {t("signature.line", {
        degree: format.amount(weekdayLine.perDegreeKwh),
        balance: format.number(weekdayLine.balanceC, 1),
        base: format.amount(Math.max(0, weekdayLine.baseKwh)),
      })}{" "}
      <span className="muted">{t("signature.fit", { share: format.share(weekdayLine.rSquared) })}</span>
    </p>
  );
}

export function SignatureChart({ building, days, end, weekdayLine, weekendLine }: SignatureFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = (day: ClimateDay) => t(day.weekend ? "signature.weekend" : "signature.weekday");
  const option = signatureOption({
    days,
    weekdayLine,
    weekendLine,
    number: format.axis,
    tooltip: (day) => {
      const colour = day.weekend ? signatureColours.weekend : signatureColours.weekday;
      const lines = [
        tooltipLine(colour, nameOf(day), `${format.amount(day.energyKwh)} kWh`),
        tooltipLine(null, t("signature.outdoor"), `${format.number(day.meanC, 1)} °C`),
      ];
      return `<b>${escapeHtml(`${format.longDay(day.date)} ${day.date.slice(0, 4)}`)}</b>${lines.join("")}`;
    },
  });
  return (
    <>
      <Chart
        testId="signature-chart"
        option={option}
        height={300}
        label={t("signature.chartLabel", { building: building.name, date: format.longDay(end) })}
      />
      <ul className="legend">
        {(["weekday", "weekend"] as const).map((kind) => (
          <li key={kind}>
            <span className={`legend-dot legend-${kind}`} style={{ color: signatureColours[kind] }} />
            {t(`signature.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

export function SignatureTable({ building, energy, days, end }: SignatureFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = {
    caption: t("signature.chartLabel", { building: building.name, date: format.longDay(end) }),
    fileName: `${building.name} ${t("signature.title")} ${end}`,
    columns: [t("step.day"), `${t("signature.outdoor")} (°C)`, `${t(`energy.${energy}`)} (kWh)`, t("signature.kind")],
    rows: days.map((day) => ({
      key: day.date,
      title: `${format.day(day.date)} ${day.date.slice(0, 4)}`,
      cells: [day.meanC, day.energyKwh, t(day.weekend ? "signature.weekend" : "signature.weekday")],
    })),
    decimals: 1,
  };
  return <FiguresTable figures={figures} />;
}
