import { parentPort, workerData } from "node:worker_threads";
import { failed } from "./codec-answer.ts";
import type { CodecTask, CodecTaskAnswer, CodecWorkerData } from "./codec-task.ts";
import { Sandbox } from "./sandbox.ts";

// A thread of CodecPool: decodes what it is sent, one answer after the other.

const { limits }: CodecWorkerData = workerData;
let sandbox = Sandbox.create(limits);

async function answer({ script, uplinks }: CodecTask): Promise<void> {
  for (const uplink of uplinks) parentPort?.postMessage(await decode(script, uplink));
}

async function decode(script: string, uplink: CodecTask["uplinks"][number]): Promise<CodecTaskAnswer> {
  try {
    return (await sandbox).decode(script, uplink);
  } catch (error) {
    // The engine itself broke: a new one, and nobody else notices.
    sandbox = Sandbox.create(limits);
    return failed(`the codec was stopped: it broke the sandbox (${String(error).slice(0, 200)})`, { stopped: true });
  }
}

parentPort?.on("message", (task: CodecTask) => void answer(task));
