import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CounterEvent } from "../../api/meters.ts";
import { useFormat } from "../../format/use-format.ts";
import type { RegisterPlace } from "./register-place.ts";
import type { StoredReading } from "./stored-reading.ts";
import { useCountText } from "./use-count-text.ts";

const rowsAtOnce = 24;

interface ReadingTableProps extends RegisterPlace {
  readonly readings: readonly StoredReading[];
  /** What people said of the counter: an explained fall is none. */
  readonly events: readonly CounterEvent[];
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
  readonly events: readonly CounterEvent[];
  readonly reading: StoredReading;
  readonly onCorrect: ReadingTableProps["onCorrect"];
}

function ReadingRow({ register, setup, timeZone, events, reading, onCorrect }: ReadingRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText(register, setup);
  const { time, value, flags } = reading;
  const isIndex = register.kind === "index";
  const shownTime = format.dateTimeWithSeconds(time, timeZone);
  return (
    <tr className={flags.includes("void") ? "reading-void" : ""} data-testid="reading">
      <th scope="row">{shownTime}</th>
      <td className="cell-number number reading-value" data-label={t(isIndex ? "meter.index" : "meter.value")}>
        {countText(value, time)}
      </td>
      {isIndex && <StepCell register={register} setup={setup} reading={reading} events={events} />}
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

/** What was counted since the reading before; where another count began meanwhile, that. */
function StepCell({ register, setup, events, reading }: Omit<ReadingRowProps, "timeZone" | "onCorrect">) {
  const { t } = useTranslation();
  const countText = useCountText(register, setup);
  const { step, since, time } = reading;
  const event = events.find(
    ({ at, withdrawnAt }) => withdrawnAt === null && since !== null && since < at && at <= time,
  );
  const fell = event === undefined && step !== null && step < 0;
  const text =
    step === null
      ? "–"
      : event === undefined
        ? `${step > 0 ? "+" : ""}${countText(step, time)}`
        : t(`breakAnswer.${event.kind}`);
  return (
    <td className={fell ? "cell-number number meter-lacking" : "cell-number number"} data-label={t("meter.step")}>
      {text}
    </td>
  );
}
