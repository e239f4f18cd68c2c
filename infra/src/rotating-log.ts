import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const defaultLargestBytes = 20 * 1024 * 1024;
const keptFiles = 3;
const tailLines = 15;

/** A log file that is set aside as `.1`, `.2`, … when it has grown past its size; the oldest is overwritten. */
export class RotatingLog {
  readonly path: string;
  readonly #largestBytes: number;
  #file: number | undefined;
  #bytes = 0;
  #tail: string[] = [];

  constructor(path: string, options: { readonly largestBytes?: number } = {}) {
    this.path = path;
    this.#largestBytes = options.largestBytes ?? defaultLargestBytes;
  }

  /** Written at once, so that the last words of what crashes are there. */
  write(chunk: Buffer | string): void {
    const text = chunk.toString();
    this.#tail = [...this.#tail, ...text.split("\n").filter((line) => line !== "")].slice(-tailLines);
    try {
      if (this.#bytes > this.#largestBytes) this.#setAside();
      this.#file ??= this.#open();
      this.#bytes += writeSync(this.#file, text);
    } catch {
      // A full disk must not end the supervisor, and every server with it.
    }
  }

  /** The last lines written by this process: what an error message quotes. */
  get tail(): string {
    return this.#tail.join("\n");
  }

  /** The next write opens it again. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #open(): number {
    mkdirSync(dirname(this.path), { recursive: true });
    this.#bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
    return openSync(this.path, "a", 0o600);
  }

  #setAside(): void {
    this.close();
    for (let index = keptFiles - 1; index >= 0; index--) {
      const from = index === 0 ? this.path : `${this.path}.${index}`;
      if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${this.path}.${index + 1}`);
    }
  }
}
