import { Worker } from "node:worker_threads";
import { type CodecAnswer, failed } from "./codec-answer.ts";
import type { CodecTask, CodecWorkerData, CodecWorkerMessage } from "./codec-task.ts";
import type { SandboxLimits } from "./sandbox-limits.ts";

/** A thread starts in 0.2 s; on a machine that does much else, in some seconds, for which no codec is to blame. */
const startWithinMs = 30_000;

interface ThreadOptions {
  readonly limits: SandboxLimits;
  readonly killAfterMs: number;
}

interface Running {
  readonly left: { count: number };
  /** Takes one answer; false where the rest of the task is not wanted any more. */
  readonly onAnswer: (answer: CodecAnswer) => boolean;
  readonly done: () => void;
}

/** A worker thread that is watched: started when there is work, ended when it hangs, started again after it died. */
export class CodecThread {
  readonly #options: ThreadOptions;
  #worker: Worker | undefined;
  #running: Running | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return this.#running !== undefined;
  }

  /**
   * Hands each answer over as it comes. Resolves when all came, when `onAnswer` wants no more, or when the thread
   * hung or died: the uplink that it was at then has an answer that says so, those behind it have none.
   */
  decode(task: CodecTask, onAnswer: (answer: CodecAnswer) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#running = { left: { count: task.uplinks.length }, onAnswer, done: resolve };
      const isStarting = this.#worker === undefined;
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(task);
      this.#watchAgain(isStarting ? startWithinMs : this.#options.killAfterMs);
    });
  }

  async close(): Promise<void> {
    const worker = this.#forget();
    this.#finish();
    await worker?.terminate();
  }

  #start(): Worker {
    const data: CodecWorkerData = { limits: this.#options.limits };
    const worker = new Worker(new URL("./codec-worker.ts", import.meta.url), {
      workerData: data,
      // A codec finds nothing of the platform there, should it ever break out of its sandbox.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
    });
    worker.on("message", (message: CodecWorkerMessage) => {
      if (worker !== this.#worker) return;
      if (message !== "ready") this.#heard(message);
      else if (this.isBusy) this.#watchAgain(this.#options.killAfterMs);
    });
    worker.on("error", (error) => this.#died(worker, `its thread broke: ${error.message}`));
    worker.on("exit", (code) => this.#died(worker, `its thread ended with code ${code}`));
    return worker;
  }

  #heard(answer: CodecAnswer): void {
    const running = this.#running;
    if (running === undefined) return;
    running.left.count -= 1;
    const isMoreWanted = running.onAnswer(answer);
    if (running.left.count === 0) this.#finish();
    else if (isMoreWanted) this.#watchAgain(this.#options.killAfterMs);
    else {
      // It is already at the next of an unwanted batch: a new thread costs less than waiting for it.
      void this.#forget()?.terminate();
      this.#finish();
    }
  }

  #watchAgain(withinMs: number): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#lose(`it gave no answer for ${withinMs} ms`), withinMs);
  }

  #died(worker: Worker, why: string): void {
    if (worker === this.#worker) this.#lose(why);
  }

  #lose(why: string): void {
    void this.#forget()?.terminate();
    this.#running?.onAnswer(failed(`the codec was stopped: ${why}`, { stopped: true }));
    this.#finish();
  }

  #forget(): Worker | undefined {
    const worker = this.#worker;
    this.#worker = undefined;
    return worker;
  }

  #finish(): void {
    clearTimeout(this.#watch);
    // An idle thread does not keep the process alive.
    this.#worker?.unref();
    const running = this.#running;
    this.#running = undefined;
    running?.done();
  }
}
