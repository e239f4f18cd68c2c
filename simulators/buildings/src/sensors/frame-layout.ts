/** A number in a frame: raw = value × divisor, written as `format` says. */
export interface FrameField {
  readonly name: string;
  readonly format: keyof typeof formats;
  readonly divisor: number;
}

/** A frame from front to back: fixed bytes as hexadecimal text, and fields. */
export type FrameLayout = readonly (string | FrameField)[];

const formats = {
  u8: { size: 1, write: (buffer: Buffer, raw: number, at: number) => buffer.writeUInt8(raw, at) },
  u16le: { size: 2, write: (buffer: Buffer, raw: number, at: number) => buffer.writeUInt16LE(raw, at) },
  i16le: { size: 2, write: (buffer: Buffer, raw: number, at: number) => buffer.writeInt16LE(raw, at) },
  u32le: { size: 4, write: (buffer: Buffer, raw: number, at: number) => buffer.writeUInt32LE(raw, at) },
  u16be: { size: 2, write: (buffer: Buffer, raw: number, at: number) => buffer.writeUInt16BE(raw, at) },
  i16be: { size: 2, write: (buffer: Buffer, raw: number, at: number) => buffer.writeInt16BE(raw, at) },
  u32be: { size: 4, write: (buffer: Buffer, raw: number, at: number) => buffer.writeUInt32BE(raw, at) },
  i32be: { size: 4, write: (buffer: Buffer, raw: number, at: number) => buffer.writeInt32BE(raw, at) },
} as const;

export function field(name: string, format: keyof typeof formats, divisor = 1): FrameField {
  return { name, format, divisor };
}

/** Writes a frame. Throws RangeError where a value does not fit, TypeError where one is not given. */
export function encodeFrame(layout: FrameLayout, values: Readonly<Record<string, number>>): Buffer {
  const parts = layout.map((part) => {
    if (typeof part === "string") return Buffer.from(part, "hex");
    const value = values[part.name];
    if (value === undefined) throw new TypeError(`No value for "${part.name}"`);
    const { size, write } = formats[part.format];
    const bytes = Buffer.alloc(size);
    write(bytes, Math.round(value * part.divisor), 0);
    return bytes;
  });
  return Buffer.concat(parts);
}

/** The value as the frame can carry it: what a decoder will read. */
export function asCarried(value: number, divisor: number): number {
  return Math.round(value * divisor) / divisor;
}

/** The fields of a layout by name. */
export function fieldsOf(layout: FrameLayout): ReadonlyMap<string, FrameField> {
  return new Map(layout.flatMap((part) => (typeof part === "string" ? [] : [[part.name, part] as const])));
}
