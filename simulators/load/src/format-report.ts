import type { Percentiles } from "@gtb/database/queries/measure-run-latency";
import type { LoadReport } from "./load-report.ts";

/** The report for people, one fact a line. */
export function formatReport(report: LoadReport): string {
  return [
    `sent          ${report.sent} (${report.sentPerSecond}/s)`,
    `acknowledged  ${report.acknowledged}`,
    `stored        ${report.stored}, ${report.caughtUpMs} ms after the last acknowledgement`,
    `lost          ${report.lost}`,
    `doubled       ${report.doubled}`,
    `readings      ${report.readings}, missing ${report.readingsMissing}`,
    `received      ${formatPercentiles(report.receivedMs)}`,
    `stored        ${formatPercentiles(report.storedMs)}`,
  ].join("\n");
}

function formatPercentiles({ p50, p95, p99, max }: Percentiles): string {
  const [half, most, nearlyAll, last] = [p50, p95, p99, max].map((value) => (value === null ? "-" : Math.round(value)));
  return `after 50 % ${half} ms, 95 % ${most} ms, 99 % ${nearlyAll} ms, at most ${last} ms`;
}
