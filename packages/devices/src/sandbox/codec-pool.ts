import { type CodecAnswer, type CodecUplink, failed } from "./codec-answer.ts";
import { CodecThread } from "./codec-thread.ts";
import { CodecTrust } from "./codec-trust.ts";
import { defaultLimits, type SandboxLimits } from "./sandbox-limits.ts";

export interface CodecPoolOptions {
  readonly threads?: number;
  readonly limits?: SandboxLimits;
  /** A thread that gives no answer for so long is ended: the engine's own loops cannot be interrupted. */
  readonly killAfterMs?: number;
  /** So many stopped uplinks in a row, and a script is refused for `refusedForMs`. 0: never. */
  readonly stopsBeforeRefusal?: number;
  readonly refusedForMs?: number;
}

interface Waiting {
  readonly uplink: CodecUplink;
  readonly settle: (answer: CodecAnswer) => void;
}

/** So many uplinks of one script, then another script has its turn. */
const turn = 32;

/**
 * Runs codecs in threads of their own, so that the caller's loop never waits for one. Scripts take turns; one that
 * hangs or breaks its thread loses that one uplink, the thread is replaced, and after a few the script is refused.
 */
export class CodecPool {
  readonly #threads: CodecThread[];
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #trust: CodecTrust;
  #isClosed = false;

  constructor(options: CodecPoolOptions = {}) {
    const { threads = 2, limits = defaultLimits, killAfterMs = 10_000 } = options;
    this.#threads = Array.from({ length: threads }, () => new CodecThread({ limits, killAfterMs }));
    this.#trust = new CodecTrust(options.stopsBeforeRefusal ?? 3, options.refusedForMs ?? 600_000);
  }

  /** Resolves always: whatever goes wrong is in the answer's `errors`. */
  decode(script: string, uplink: CodecUplink): Promise<CodecAnswer> {
    if (this.#isClosed) return Promise.resolve(failed("the codec pool is closed"));
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(script) ?? [];
      // A copy: sent to the thread, a Buffer would take all of Node's pool with it.
      waiting.push({ uplink: { ...uplink, bytes: Uint8Array.from(uplink.bytes) }, settle: resolve });
      this.#waiting.set(script, waiting);
      this.#deal();
    });
  }

  /** Ends the threads; what was not decoded says so. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#waiting.values())
      for (const { settle } of waiting) settle(failed("the codec pool was closed"));
    this.#waiting.clear();
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #deal(): void {
    for (const thread of this.#threads) {
      const [next] = this.#waiting;
      if (next === undefined) return;
      if (thread.isBusy) continue;
      const [script, waiting] = next;
      const batch = waiting.splice(0, turn);
      // To the end of the queue, behind the other scripts.
      this.#waiting.delete(script);
      if (waiting.length > 0) this.#waiting.set(script, waiting);
      void this.#work(thread, script, batch);
    }
  }

  async #work(thread: CodecThread, script: string, batch: readonly Waiting[]): Promise<void> {
    const refusal = this.#trust.refusal(script);
    if (refusal !== undefined) for (const { settle } of batch) settle(failed(refusal, { stopped: true }));
    else await this.#decodeBatch(thread, script, batch);
    this.#deal();
  }

  async #decodeBatch(thread: CodecThread, script: string, batch: readonly Waiting[]): Promise<void> {
    let answered = 0;
    const uplinks = batch.map(({ uplink }) => uplink);
    await thread.decode({ script, uplinks }, (answer) => {
      this.#trust.heard(script, answer);
      batch[answered]?.settle(answer);
      answered += 1;
      return this.#trust.refusal(script) === undefined;
    });
    // A lost thread leaves the rest of the batch to another turn.
    const rest = batch.slice(answered);
    if (rest.length === 0) return;
    if (this.#isClosed) for (const { settle } of rest) settle(failed("the codec pool was closed"));
    else this.#waiting.set(script, [...rest, ...(this.#waiting.get(script) ?? [])]);
  }
}
