/** Whether a day (`YYYY-MM-DD`) lies in the heating season of the French degree days: 1 October to 20 May, both included. */
export function inHeatingSeason(day: string): boolean {
  const monthDay = day.slice(5);
  return monthDay >= "10-01" || monthDay <= "05-20";
}
