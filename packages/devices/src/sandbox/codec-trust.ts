import type { CodecAnswer } from "./codec-answer.ts";

interface Standing {
  readonly stopsInARow: number;
  readonly refusedUntilMs: number;
}

/** Which scripts had to be stopped again and again, so that they take no more time from the others for a while. */
export class CodecTrust {
  readonly #stopsBeforeRefusal: number;
  readonly #refusedForMs: number;
  readonly #standings = new Map<string, Standing>();

  constructor(stopsBeforeRefusal: number, refusedForMs: number) {
    this.#stopsBeforeRefusal = stopsBeforeRefusal;
    this.#refusedForMs = refusedForMs;
  }

  heard(script: string, { stopped }: CodecAnswer): void {
    if (!stopped || this.#stopsBeforeRefusal === 0) {
      this.#standings.delete(script);
      return;
    }
    const stopsInARow = (this.#standings.get(script)?.stopsInARow ?? 0) + 1;
    const isRefused = stopsInARow >= this.#stopsBeforeRefusal;
    this.#standings.set(script, { stopsInARow, refusedUntilMs: isRefused ? Date.now() + this.#refusedForMs : 0 });
  }

  /** Why the script is not run, undefined where it may run. After the time it has one uplink to do better. */
  refusal(script: string): string | undefined {
    const standing = this.#standings.get(script);
    if (standing === undefined || standing.refusedUntilMs <= Date.now()) return undefined;
    const until = new Date(standing.refusedUntilMs).toISOString();
    return `the codec is not run until ${until}: it was stopped ${standing.stopsInARow} times in a row`;
  }
}
