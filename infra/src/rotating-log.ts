import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from "node:fs";
import { dirname } from "node:path";

const largestBytes = 20 * 1024 * 1024;
const keptFiles = 3;

/** A log file that is set aside as `.1`, `.2`, … when it has grown past its size; the oldest is overwritten. */
export class RotatingLog {
  readonly path: string;
  readonly #largestBytes: number;
  #stream: WriteStream | undefined;
  #bytes = 0;
  #lastLines: string[] = [];

  constructor(path: string, options: { readonly largestBytes?: number } = {}) {
    this.path = path;
    this.#largestBytes = options.largestBytes ?? largestBytes;
  }

  write(chunk: Buffer | string): void {
    const text = chunk.toString();
    this.#lastLines = [...this.#lastLines, ...text.split("\n").filter((line) => line !== "")].slice(-15);
    if (this.#stream === undefined) this.#open();
    if (this.#bytes > this.#largestBytes) this.#rotate();
    this.#bytes += Buffer.byteLength(text);
    this.#stream?.write(text);
  }

  /** The last lines written by this process: what an error message quotes. */
  get tail(): string {
    return this.#lastLines.join("\n");
  }

  async close(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    if (stream !== undefined) await new Promise<void>((resolve) => stream.end(() => resolve()));
  }

  #open(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    this.#bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
    this.#stream = createWriteStream(this.path, { flags: "a", mode: 0o600 });
    // A full disk must not end the supervisor and every server with it.
    this.#stream.on("error", () => undefined);
  }

  #rotate(): void {
    this.#stream?.end();
    for (let index = keptFiles - 1; index >= 0; index--) {
      const from = index === 0 ? this.path : `${this.path}.${index}`;
      if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${this.path}.${index + 1}`);
    }
    this.#open();
  }
}
