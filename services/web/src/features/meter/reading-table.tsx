import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import type { RegisterPlace } from "./register-place.ts";
import type { StoredReading } from "./stored-reading.ts";
import { useCountText } from "./use-count-text.ts";

const rowsAtOnce = 24;

interface ReadingTableProps extends RegisterPlace {
  readonly readings: readonly StoredReading[];
  /** null: for who may not. */
  readonly onCorrect: ((reading: StoredReading) => void) | null;
}

export function ReadingTable({ readings, onCorrect, ...place }: ReadingTableProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(rowsAtOnce);
  const isIndex = place.register.kind === "index";
  return (
    <>
      <table className="list-table meter-readings">
        <thead>
          <tr>
            <th scope="col">{t("meter.time")}</th>
            <th scope="col" className="cell-number">
              {t(isIndex ? "meter.index" : "meter.value")}
            </th>
            {isIndex && (
              <th scope="col" className="cell-number">
                {t("meter.step")}
              </th>
            )}
            <th scope="col" className="cell-number">
              {t("meter.raw")}
            </th>
            <th scope="col">{t("quality.state")}</th>
            {onCorrect !== null && <td />}
          </tr>
        </thead>
        <tbody>
          {readings.slice(0, shown).map((reading) => (
            <ReadingRow key={reading.time.getTime()} {...place} reading={reading} onCorrect={onCorrect} />
          ))}
        </tbody>
      </table>
      {shown < readings.length && (
        <Button variant="subtle" onClick={() => setShown(shown + 4 * rowsAtOnce)}>
          {t("list.more")}
        </Button>
      )}
    </>
  );
}

interface ReadingRowProps extends RegisterPlace {
  readonly reading: StoredReading;
  readonly onCorrect: ReadingTableProps["onCorrect"];
}

function ReadingRow({ register, setup, timeZone, reading, onCorrect }: ReadingRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText(register, setup);
  const { time, value, flags, step } = reading;
  const isIndex = register.kind === "index";
  const shownTime = format.dateTimeWithSeconds(time, timeZone);
  return (
    <tr className={flags.includes("void") ? "reading-void" : ""} data-testid="reading">
      <th scope="row">{shownTime}</th>
      <td className="cell-number number reading-value" data-label={t(isIndex ? "meter.index" : "meter.value")}>
        {countText(value, time)}
      </td>
      {isIndex && (
        <td
          className={`cell-number number${step !== null && step < 0 ? " meter-lacking" : ""}`}
          data-label={t("meter.step")}
        >
          {step === null ? "–" : `${step > 0 ? "+" : ""}${countText(step, time)}`}
        </td>
      )}
      <td className="cell-number number muted" data-label={t("meter.raw")}>
        {format.exact(value)}
      </td>
      <td data-label={t("quality.state")}>
        {flags.length === 0 ? t("readingFlag.asHeard") : flags.map((flag) => t(`readingFlag.${flag}`)).join(", ")}
      </td>
      {onCorrect !== null && (
        <td>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t("meter.correctReading", { time: shownTime })}
            onClick={() => onCorrect(reading)}
          >
            {t("meter.correct")}
          </Button>
        </td>
      )}
    </tr>
  );
}
