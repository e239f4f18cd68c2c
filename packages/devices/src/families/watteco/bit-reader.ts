import { DecodeError } from "../../decode-error.ts";
import type { HuffmanTree } from "./huffman-trees.ts";

/**
 * Reads the bit stream of a batch report. Bits leave each byte least significant first. A number of more than
 * eight bits is sent as its incomplete top byte, then its other bytes from the most to the least significant.
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #length: number;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#length = bytes.length * 8;
  }

  /** The next `count` bits (1 to 32) as an unsigned number. */
  unsigned(count: number): number {
    this.#expect(count);
    let value = 0;
    let left = count;
    let group = count & 7 || 8;
    while (left > 0) {
      value = value * 256 + this.#group(group);
      left -= group;
      group = 8;
    }
    return value;
  }

  /** The next `count` bits as a number in two's complement. */
  signed(count: number): number {
    const value = this.unsigned(count);
    return value >= 2 ** (count - 1) ? value - 2 ** count : value;
  }

  /** The symbol (0 to 15) whose code comes next. A code has 11 bits at most, so this always ends. */
  symbol(tree: HuffmanTree): number {
    let node = 0;
    do {
      this.#expect(1);
      const bit = ((this.#bytes[this.#position >> 3] ?? 0) >> (this.#position & 7)) & 1;
      this.#position += 1;
      node = tree[node * 2 + bit] ?? 0;
    } while (node > 0);
    if (node === 0) throw new DecodeError(`batch: no Huffman code ends at bit ${this.#position}`);
    return -node - 1;
  }

  /** Up to eight bits, which may lie across two bytes. */
  #group(count: number): number {
    const at = this.#position >> 3;
    const window = (this.#bytes[at] ?? 0) | ((this.#bytes[at + 1] ?? 0) << 8);
    const value = (window >> (this.#position & 7)) & ((1 << count) - 1);
    this.#position += count;
    return value;
  }

  #expect(count: number): void {
    if (this.#position + count > this.#length) {
      throw new DecodeError(`batch ends too early: ${count} bit(s) expected at byte ${this.#position >> 3}`);
    }
  }
}
