import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { RotatingLog } from "./rotating-log.ts";

export interface ManagedProcessOptions {
  readonly name: string;
  readonly command: readonly string[];
  /** True when the command is a `sandboxCommand`: signals then go to the server inside, not to bwrap. */
  readonly sandboxed?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
  readonly workingFolder?: string;
  readonly logFile: string;
  readonly stopSignal?: NodeJS.Signals;
  /** How long a stop may take before SIGKILL. */
  readonly graceMs?: number;
  /** Before each start: data folders, stale files. */
  readonly prepare?: () => Promise<void>;
  /** Rejects while the process does not yet do its work. */
  readonly checkHealth: () => Promise<void>;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Run {
  readonly pid: number;
  readonly exited: Promise<Exit>;
}

/**
 * One server or service as a child process that can be started, stopped, killed and started again on the same data
 * and port. `start` and `stop` may be called at any time and by several callers: they share one outcome.
 */
export class ManagedProcess {
  readonly name: string;
  readonly log: RotatingLog;
  readonly #options: ManagedProcessOptions;
  #run: Run | undefined;
  #exited: Promise<Exit> | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: ManagedProcessOptions) {
    this.name = options.name;
    this.log = new RotatingLog(options.logFile);
    this.#options = options;
  }

  /** The process id as the host sees it; undefined while not running. */
  get pid(): number | undefined {
    return this.#run?.pid;
  }

  /** Settles when the present run ends, settled when the last one did; undefined before the first. */
  get exited(): Promise<Exit> | undefined {
    return this.#exited;
  }

  /** Resolves once the process exists, which is before it is healthy. */
  start(): Promise<void> {
    if (this.#run !== undefined) return Promise.resolve();
    this.#starting ??= this.#spawn().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /** Asks the process to end and resolves when it has; SIGKILL after the grace time. */
  stop(): Promise<void> {
    this.#stopping ??= this.#end(this.#options.stopSignal ?? "SIGTERM").finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** SIGKILL, as a crash or the kernel's memory killer would. Resolves when the process is gone. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  /** Rejects with the log's last lines when the process ends first or the time is over. */
  async waitUntilHealthy(timeLimitMs = 60_000): Promise<void> {
    const deadline = Date.now() + timeLimitMs;
    let last: unknown;
    while (Date.now() < deadline) {
      if (this.#run === undefined) throw this.#failure("ended before it was ready");
      try {
        await this.#options.checkHealth();
        return;
      } catch (error) {
        last = error;
      }
      await delay(50);
    }
    throw this.#failure(
      `was not ready after ${timeLimitMs / 1000} s (${last instanceof Error ? last.message : String(last)})`,
    );
  }

  async #spawn(): Promise<void> {
    const { command, sandboxed = false, environment, workingFolder } = this.#options;
    await this.#options.prepare?.();
    const [file = "", ...rest] = command;
    const args = sandboxed ? ["--info-fd", "3", ...rest] : rest;
    const child = spawn(file, args, {
      stdio: ["ignore", "pipe", "pipe", ...(sandboxed ? (["pipe"] as const) : [])],
      // A session of its own: Ctrl-C in the terminal reaches us only, and we stop the others in their order.
      detached: true,
      ...(environment && { env: environment }),
      ...(workingFolder && { cwd: workingFolder }),
    });
    child.stdout?.on("data", (chunk: Buffer) => this.log.write(chunk));
    child.stderr?.on("data", (chunk: Buffer) => this.log.write(chunk));
    const exited = this.#watch(child);
    this.#exited = exited;
    await Promise.race([once(child, "spawn"), exited]);
    const pid = sandboxed ? await readSandboxPid(child) : child.pid;
    if (pid === undefined) throw this.#failure("could not be started");
    if (child.exitCode === null && child.signalCode === null) this.#run = { pid, exited };
  }

  #watch(child: ChildProcess): Promise<Exit> {
    return new Promise((resolve) => {
      child.once("error", (error) => {
        this.log.write(`${error.message}\n`);
        resolve({ code: null, signal: null });
      });
      child.once("exit", (code, signal) => {
        this.#run = undefined;
        resolve({ code, signal });
      });
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    await this.#starting?.catch(() => undefined);
    const run = this.#run;
    if (run === undefined) return;
    signalProcess(run.pid, signal);
    const timer = setTimeout(() => signalProcess(run.pid, "SIGKILL"), this.#options.graceMs ?? 15_000);
    await run.exited;
    clearTimeout(timer);
  }

  #failure(what: string): Error {
    return new Error(`${this.name} ${what}. Its log: ${this.log.path}\n${this.log.tail}`);
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** bwrap says on file descriptor 3 which process it started; nothing, when it failed. */
async function readSandboxPid(child: ChildProcess): Promise<number | undefined> {
  const pipe = child.stdio[3] as Readable;
  let text = "";
  for await (const chunk of pipe) text += String(chunk);
  return text === "" ? undefined : (JSON.parse(text) as { "child-pid": number })["child-pid"];
}
