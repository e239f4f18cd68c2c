import { parentPort, workerData } from "node:worker_threads";
import { type CodecAnswer, failed } from "./codec-answer.ts";
import type { CodecTask, CodecWorkerData, CodecWorkerMessage } from "./codec-task.ts";
import { Sandbox } from "./sandbox.ts";

// A thread of CodecPool: decodes what it is sent, one answer after the other.

const { limits }: CodecWorkerData = workerData;
let sandbox = Sandbox.create(limits);

function send(message: CodecWorkerMessage): void {
  parentPort?.postMessage(message);
}

async function answer({ script, uplinks }: CodecTask): Promise<void> {
  for (const uplink of uplinks) send(await decode(script, uplink));
}

async function decode(script: string, uplink: CodecTask["uplinks"][number]): Promise<CodecAnswer> {
  try {
    return (await sandbox).decode(script, uplink);
  } catch (error) {
    // The engine itself broke: a new one, and nobody else notices.
    sandbox = Sandbox.create(limits);
    return failed(`the codec was stopped: it broke the sandbox (${String(error).slice(0, 200)})`, { stopped: true });
  }
}

await sandbox;
send("ready");
parentPort?.on("message", (task: CodecTask) => void answer(task));
