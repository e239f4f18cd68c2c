import type { HourRange, TariffSchedule } from "@gtb/domain/money/tariff-schedule";

/**
 * The hours that all rules with hours share, as the usual structures have them; undefined where there are none, or
 * where rules differ, which a form of one list of hours cannot show.
 */
export function offPeakHours(schedule: TariffSchedule | null): readonly HourRange[] | undefined {
  const told = schedule?.rules.flatMap(({ hours }) => (hours === undefined ? [] : [hours])) ?? [];
  const first = told[0];
  return told.every((hours) => JSON.stringify(hours) === JSON.stringify(first)) ? first : undefined;
}

/** The same schedule with other hours in each rule that has some. */
export function withOffPeakHours({ rules, otherwise }: TariffSchedule, hours: readonly HourRange[]): TariffSchedule {
  return { otherwise, rules: rules.map((rule) => (rule.hours === undefined ? rule : { ...rule, hours })) };
}
