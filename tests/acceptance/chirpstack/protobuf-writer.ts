/**
 * Writes Protobuf's wire format (protobuf.dev, "Encoding"), field by field. On its own, so that what we send does not
 * come from the generated code by which the platform reads it. Zero values are left out, as proto3 asks.
 */
export class ProtobufWriter {
  readonly #parts: Buffer[] = [];

  text(field: number, value: string): this {
    return value === "" ? this : this.bytes(field, Buffer.from(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return value.length === 0 ? this : this.#lengthDelimited(field, value);
  }

  /** A message inside: written even when it is empty. */
  message(field: number, value: ProtobufWriter): this {
    return this.#lengthDelimited(field, value.finish());
  }

  /** bool, enum, uint32, int32, int64. */
  number(field: number, value: number | bigint | boolean): this {
    const whole = BigInt(value);
    if (whole === 0n) return this;
    this.#parts.push(varint(BigInt(field) << 3n), varint(BigInt.asUintN(64, whole)));
    return this;
  }

  float(field: number, value: number): this {
    if (value === 0) return this;
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(value);
    this.#parts.push(varint((BigInt(field) << 3n) | 5n), bytes);
    return this;
  }

  double(field: number, value: number): this {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    this.#parts.push(varint((BigInt(field) << 3n) | 1n), bytes);
    return this;
  }

  /** map<string, string> */
  textMap(field: number, map: Readonly<Record<string, string>>): this {
    for (const [key, value] of Object.entries(map)) {
      this.message(field, new ProtobufWriter().text(1, key).text(2, value));
    }
    return this;
  }

  finish(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #lengthDelimited(field: number, value: Uint8Array): this {
    this.#parts.push(varint((BigInt(field) << 3n) | 2n), varint(BigInt(value.length)), Buffer.from(value));
    return this;
  }
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}
