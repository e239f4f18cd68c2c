import type { TestedPlatform } from "../platform/platform-setup.ts";

/** One sample of ingestion's Prometheus metrics; 0 when there is none with these labels. */
export async function ingestionMetric(
  { portBase }: TestedPlatform,
  name: string,
  labels: Readonly<Record<string, string>>,
): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${portBase + 3}/metrics`);
  const lines = (await response.text()).split("\n").filter((line) => line.startsWith(`${name}{`));
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = lines.find((candidate) => wanted.every((label) => candidate.includes(label)));
  return line === undefined ? 0 : Number(line.slice(line.lastIndexOf(" ") + 1));
}
