import type { CodecAnswer, CodecUplink } from "./codec-answer.ts";
import type { SandboxLimits } from "./sandbox-limits.ts";

/** What a codec worker is started with. */
export interface CodecWorkerData {
  readonly limits: SandboxLimits;
}

/** Some uplinks of one script; the worker sends one CodecAnswer back for each, in order. */
export interface CodecTask {
  readonly script: string;
  readonly uplinks: readonly CodecUplink[];
}

/** "ready" once, when the sandbox stands; then the answers. */
export type CodecWorkerMessage = "ready" | CodecAnswer;
