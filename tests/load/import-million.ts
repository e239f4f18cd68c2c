import { parseArgs } from "node:util";
import { compareWithFile } from "./import-million/compare-with-file.ts";
import { writeCurves } from "./import-million/curve-file.ts";
import { declareMeters } from "./import-million/declare-meters.ts";
import { followRun } from "./import-million/follow-run.ts";
import { ImportClient } from "./import-million/import-client.ts";
import { jobsProcess, readPlatform } from "./import-million/running-platform.ts";

// A load curve of a million lines, sent and imported through the platform that `npm start` runs (GTB_HOME). With --kill the
// process of jobs is killed half-way. Exit code 1 when one line is lost or doubled, or a sum is not the file's.

const { values } = parseArgs({
  options: {
    lines: { type: "string", default: "1000000" },
    meters: { type: "string", default: "20" },
    kill: { type: "boolean", default: false },
  },
});
const begunAt = Date.now();
const say = (line: string): void =>
  console.error(`${((Date.now() - begunAt) / 1000).toFixed(1).padStart(6)} s  ${line}`);

const platform = await readPlatform();
const client = await ImportClient.signIn(platform.api, platform.credential);
const meters = await declareMeters(client, Number(values.meters));
const file = writeCurves(meters, Math.ceil(Number(values.lines) / meters.length));
say(`${file.lines} lines, ${(file.bytes.length / 1e6).toFixed(1)} MB, ${meters.length} meters`);

const id = await client.send("million.csv", meters[0]?.organisation ?? "", file.bytes);
say("sent");
const preview = await client.preview(id);
say(`recognised: ${preview.preset}`);
const run = await client.startImport(id, preview.mapping);
let killed = !values.kill;
const done = await followRun(client, run, async (share, lines) => {
  say(`${(share * 100).toFixed(0).padStart(3)} %, ${lines} lines`);
  if (killed || share < 0.4) return;
  killed = true;
  const pid = await jobsProcess(platform.home);
  process.kill(pid, "SIGKILL");
  say(`jobs (process ${pid}) killed`);
});
say(
  `${done.state}: ${done.inserted} stored, ${done.unchanged} unchanged, ${done.refused} refused; ${done.error ?? "no error"}`,
);
const faults = await compareWithFile(platform.database, meters, file);
for (const fault of faults) console.log(fault);
const seconds = (Date.parse(done.finishedAt ?? "") - Date.parse(done.requestedAt)) / 1000;
console.log(
  `${done.lines} lines in ${seconds.toFixed(1)} s, ${Math.round(done.lines / seconds)} a second; ${faults.length} faults`,
);
process.exitCode = faults.length === 0 && done.state === "done" && done.refused === 0 ? 0 : 1;
