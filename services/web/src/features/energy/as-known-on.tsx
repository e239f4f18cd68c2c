import { Button, Popover, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { type CalendarDate, isCalendarDate } from "../../time/calendar-date.ts";

interface AsKnownOnProps {
  readonly known: CalendarDate | undefined;
  readonly today: CalendarDate;
  readonly onKnown: (date: CalendarDate | undefined) => void;
}

/** Shows figures as they were believed on a day, before later corrections: what a report of that day said. */
export function AsKnownOn({ known, today, onKnown }: AsKnownOnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Popover position="bottom-end" shadow="md" width={300} trapFocus>
        <Popover.Target>
          <Button variant="subtle" size="compact-sm">
            {t("energyPage.advanced")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <TextInput
            type="date"
            label={t("energyPage.knownOn")}
            description={t("energyPage.knownOnHint")}
            max={today}
            value={known ?? ""}
            onChange={({ currentTarget: { value } }) => {
              if (value === "" || (isCalendarDate(value) && value <= today)) onKnown(value || undefined);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {known !== undefined && (
        <p className="known-on" role="status">
          {t("energyPage.shownAsKnown", { date: `${format.longDay(known)} ${known.slice(0, 4)}` })}{" "}
          <button type="button" className="text-button" onClick={() => onKnown(undefined)}>
            {t("energyPage.backToNow")}
          </button>
        </p>
      )}
    </>
  );
}
