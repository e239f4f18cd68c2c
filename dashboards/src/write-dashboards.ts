import { parseArgs } from "node:util";
import { findStaleDashboards, writeDashboards } from "./generated-dashboards.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

if (values.check) {
  const stale = await findStaleDashboards();
  if (stale.length > 0) {
    console.error(`Not what the TypeScript says: ${stale.join(", ")}. Run npm run dashboards:write -w @gtb/dashboards`);
    process.exitCode = 1;
  }
} else {
  await writeDashboards();
}
