import { startTestDatabaseServer } from "@gtb/infra/test-database-server";
import { type ExplainedQuery, explainHotQueries } from "./bench/explain-queries.ts";

// Prints, as Markdown, how the database answers the queries that everything waits for: docs/operations/query-plans.md.
// With `--full` the plans are whole: most of their lines are the walls' conditions.

const full = process.argv.includes("--full");
const mostScans = 6;

/** What it cost, and how it reaches the rows of time series. */
function abridged(plan: readonly string[]): string[] {
  const find = (start: string) => plan.find((line) => line.trim().startsWith(start))?.trim() ?? "";
  const scans = plan
    .filter((line) => /Scan.* on (reading|consumption|_hyper)/.test(line) && !line.includes("never executed"))
    .map((line) => line.trim().replace(/ \(cost=.*?\)/, ""));
  const more = scans.length > mostScans ? [`… and ${scans.length - mostScans} scans more`] : [];
  return [...scans.slice(0, mostScans), ...more, find("Buffers"), find("Planning Time"), find("Execution Time")];
}

const database = await startTestDatabaseServer();
try {
  const explained: ExplainedQuery[] = await explainHotQueries(database.serverUrl, 1);
  for (const { what, plan } of explained)
    console.log(`## ${what}\n\n\`\`\`\n${(full ? plan : abridged(plan)).join("\n")}\n\`\`\`\n`);
} finally {
  await database.remove();
}
