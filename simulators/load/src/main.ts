import { parseArgs } from "node:util";
import { createPool } from "@gtb/database/pool";
import { databaseUrl, mqttUrl, readConfig } from "@gtb/service-kit/config";
import { z } from "zod";
import { declareLoadDevices } from "./declare-load-devices.ts";
import { formatReport } from "./format-report.ts";
import { reportLoad } from "./load-report.ts";
import { loadRun } from "./load-run.ts";
import { publishLoad } from "./publish-load.ts";

const usage = `usage: node simulators/load/src/main.ts --devices N --rate R --seconds T [--format json|protobuf] [--seed S] [--source NAME] [--json]
  GTB_DATABASE_URL and GTB_MQTT_URL say where; exit code 1 when an uplink is lost or doubled.`;
const options = z.object({
  devices: z.coerce.number().int().min(1).max(1_000_000),
  rate: z.coerce.number().min(0.1).max(100_000),
  seconds: z.coerce.number().min(1).max(86_400),
  format: z.enum(["json", "protobuf"]).default("json"),
  seed: z.coerce.number().int().default(1),
  source: z.string().default("chirpstack"),
  json: z.boolean().default(false),
});
const text = { type: "string" } as const;

const given = options.safeParse(readArguments());
if (!given.success) {
  console.error(
    `${given.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n")}\n${usage}`,
  );
  process.exit(2);
}
const { devices, rate, seconds, format, seed, source, json } = given.data;
const config = readConfig(z.object({ GTB_DATABASE_URL: databaseUrl, GTB_MQTT_URL: mqttUrl }));
const pool = createPool({ databaseUrl: config.GTB_DATABASE_URL, applicationName: "gtb-load", maxConnections: 1 });
const say = (line: string): void => console.error(line);

await declareLoadDevices(pool, devices);
const run = loadRun({ devices, rate, uplinks: Math.round(rate * seconds), format, seed }, Date.now() + 200);
const published = await publishLoad(run, {
  mqttUrl: config.GTB_MQTT_URL,
  onProgress: ({ sent, acknowledged }) => say(`sent ${sent} of ${run.uplinks}, acknowledged ${acknowledged}`),
});
const report = await reportLoad(pool, run, published, {
  source,
  patienceMs: 30_000,
  onProgress: (stored) => say(`stored ${stored} of ${published.acknowledged}`),
});
await pool.end();
console.log(json ? JSON.stringify(report) : formatReport(report));
process.exitCode = report.lost + report.doubled + report.readingsMissing === 0 ? 0 : 1;

function readArguments(): unknown {
  try {
    return parseArgs({
      options: {
        devices: text,
        rate: text,
        seconds: text,
        format: text,
        seed: text,
        source: text,
        json: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}
