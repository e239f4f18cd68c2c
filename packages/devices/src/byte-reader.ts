import { DecodeError } from "./decode-error.ts";

/**
 * Reads a payload from front to back. Every read past the end throws a DecodeError that names the byte offset.
 * A view on the payload's own bytes: nothing is copied, nothing is written.
 */
export class ByteReader {
  readonly #view: DataView;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Index of the byte that the next read starts at. */
  get offset(): number {
    return this.#offset;
  }

  /** Bytes not read yet. */
  get remaining(): number {
    return this.#view.byteLength - this.#offset;
  }

  /** The byte `ahead` of the next read, or undefined past the end; the position stays. */
  peek(ahead = 0): number | undefined {
    const at = this.#offset + ahead;
    return at < this.#view.byteLength ? this.#view.getUint8(at) : undefined;
  }

  skip(count: number): void {
    this.#take(count);
  }

  uint8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  int8(): number {
    return this.#view.getInt8(this.#take(1));
  }

  uint16BE(): number {
    return this.#view.getUint16(this.#take(2));
  }

  uint16LE(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  int16BE(): number {
    return this.#view.getInt16(this.#take(2));
  }

  int16LE(): number {
    return this.#view.getInt16(this.#take(2), true);
  }

  uint32BE(): number {
    return this.#view.getUint32(this.#take(4));
  }

  uint32LE(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  int32BE(): number {
    return this.#view.getInt32(this.#take(4));
  }

  /** Reserves `count` bytes and returns where they begin. */
  #take(count: number): number {
    const at = this.#offset;
    if (at + count > this.#view.byteLength) {
      throw new DecodeError(
        `payload ends too early: ${count} byte(s) expected at byte ${at}, it has ${this.#view.byteLength}`,
      );
    }
    this.#offset = at + count;
    return at;
  }
}
