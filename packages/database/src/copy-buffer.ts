const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const epoch2000Ms = Date.UTC(2000, 0, 1);
const twoTo32 = 2 ** 32;

/** Up to this length a loop over ASCII is cheaper than a call into Node: 38 ns against 56 for 6 characters, 76 against 97 for 16. */
const shortText = 16;
const dash = 0x2d;

/** The value of a hexadecimal digit by its character code; 255 where it is none. */
const hexDigit = new Uint8Array(128).fill(255);
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16);
  hexDigit[digit.charCodeAt(0)] = value;
  hexDigit[digit.toUpperCase().charCodeAt(0)] = value;
}

/**
 * Rows in PostgreSQL's binary COPY format (documentation: COPY, "Binary Format"). Binary because it is the cheapest
 * for both ends: for readings the server spends a third less than on text, and numbers keep every bit.
 * Values are written column by column; `startRow` says how many come. A buffer serves one COPY.
 */
export class CopyBuffer {
  #bytes: Buffer;
  /** The same bytes: its setters take half the time of Buffer's write methods (an int64 19 ns, not 39). */
  #view: DataView;
  #length: number;
  #lastUuid = "";
  #lastUuidAt = 0;

  constructor(expectedBytes = 64 * 1024) {
    this.#bytes = Buffer.allocUnsafe(Math.max(expectedBytes, signature.length + 2));
    this.#view = viewOf(this.#bytes);
    this.#length = signature.copy(this.#bytes);
  }

  startRow(columns: number): void {
    this.#reserve(2);
    this.#view.setInt16(this.#length, columns);
    this.#length += 2;
  }

  null(): void {
    this.#reserve(4);
    this.#view.setInt32(this.#length, -1);
    this.#length += 4;
  }

  text(value: string | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#reserve(4 + value.length * 3);
    const written = this.#writeText(value, this.#length + 4);
    this.#view.setInt32(this.#length, written);
    this.#length += 4 + written;
  }

  int16(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#reserve(6);
    assertWithin(value, -0x8000, 0x7fff);
    this.#view.setInt32(this.#length, 2);
    this.#view.setInt16(this.#length + 4, value);
    this.#length += 6;
  }

  int64(value: number | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#reserve(12);
    const high = Math.floor(value / twoTo32);
    assertWithin(high, -0x8000_0000, 0x7fff_ffff);
    this.#view.setInt32(this.#length, 8);
    this.#view.setInt32(this.#length + 4, high);
    this.#view.setUint32(this.#length + 8, value - high * twoTo32);
    this.#length += 12;
  }

  float64(value: number): void {
    this.#reserve(12);
    this.#view.setInt32(this.#length, 8);
    this.#view.setFloat64(this.#length + 4, value);
    this.#length += 12;
  }

  timestamp(value: Date): void {
    this.int64((value.getTime() - epoch2000Ms) * 1000);
  }

  uuid(value: string): void {
    this.#reserve(20);
    this.#view.setInt32(this.#length, 16);
    this.#length += 4;
    // The readings of one uplink name the same source one after the other.
    if (value === this.#lastUuid) this.#bytes.copyWithin(this.#length, this.#lastUuidAt, this.#lastUuidAt + 16);
    else this.#writeUuid(value);
    this.#lastUuid = value;
    this.#lastUuidAt = this.#length;
    this.#length += 16;
  }

  bytea(value: Uint8Array | null): void {
    if (value === null) {
      this.null();
      return;
    }
    this.#reserve(4 + value.length);
    this.#view.setInt32(this.#length, value.length);
    this.#bytes.set(value, this.#length + 4);
    this.#length += 4 + value.length;
  }

  /** `json` is the text of a JSON value. */
  jsonb(json: string | null): void {
    if (json === null) {
      this.null();
      return;
    }
    this.#reserve(5 + json.length * 3);
    const written = this.#writeText(json, this.#length + 5);
    this.#view.setInt32(this.#length, written + 1);
    this.#view.setUint8(this.#length + 4, 1);
    this.#length += 5 + written;
  }

  /** Ends the rows and returns all bytes; nothing may be written afterwards. */
  finish(): Buffer {
    this.startRow(-1);
    return this.#bytes.subarray(0, this.#length);
  }

  /** Writes UTF-8 and returns its length. */
  #writeText(value: string, at: number): number {
    if (value.length > shortText) return this.#bytes.write(value, at);
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return this.#bytes.write(value, at);
      this.#view.setUint8(at + index, code);
    }
    return value.length;
  }

  /** A loop over the digits, 150 ns: to take the dashes out and let Node read "hex" takes 350. */
  #writeUuid(value: string): void {
    let digits = 0;
    let byte = 0;
    for (let index = 0; index < value.length && digits <= 32; index++) {
      const code = value.charCodeAt(index);
      if (code === dash) continue;
      const digit = hexDigit[code] ?? 255;
      if (digit === 255) break;
      byte = (byte << 4) | digit;
      if (digits % 2 === 1 && digits < 32) this.#view.setUint8(this.#length + (digits >> 1), byte & 0xff);
      digits++;
    }
    if (digits !== 32) throw new RangeError(`Not a uuid: ${value}`);
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + bytes));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    this.#view = viewOf(larger);
  }
}

function viewOf(bytes: Buffer): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A DataView would write what does not fit modulo its width. */
function assertWithin(value: number, min: number, max: number): void {
  if (!(value >= min && value <= max)) throw new RangeError(`${value} does not fit its column`);
}
