// Runs inside the sandbox. The part of Node's Buffer that published codecs use.

import {
  base64ToBytes,
  bytesToBase64,
  bytesToHex,
  hexToBytes,
  latin1ToText,
  textToLatin1,
  textToUtf8,
  utf8ToText,
} from "./bytes-text.js";

const encodings = {
  hex: { toText: bytesToHex, toBytes: hexToBytes },
  base64: { toText: bytesToBase64, toBytes: base64ToBytes },
  base64url: {
    toText: (bytes) => bytesToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, ""),
    toBytes: base64ToBytes,
  },
  utf8: { toText: utf8ToText, toBytes: textToUtf8 },
  latin1: { toText: (bytes) => latin1ToText(bytes, 0xff), toBytes: textToLatin1 },
  ascii: { toText: (bytes) => latin1ToText(bytes, 0x7f), toBytes: textToLatin1 },
  utf16le: { toText: utf16ToText, toBytes: textToUtf16 },
};
const otherNames = { "utf-8": "utf8", binary: "latin1", ucs2: "utf16le", "ucs-2": "utf16le", "utf-16le": "utf16le" };

function encodingOf(name) {
  const known = String(name ?? "utf8").toLowerCase();
  const encoding = encodings[otherNames[known] ?? known];
  if (encoding === undefined) throw new TypeError(`Unknown encoding: ${name}`);
  return encoding;
}

function utf16ToText(bytes) {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(bytes[at] | (bytes[at + 1] << 8));
  return text;
}

function textToUtf16(text) {
  return Array.from(text).flatMap((_, at) => [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8]);
}

/** With and without `new`, as old codecs call it; the engine itself calls it as (ArrayBuffer, offset, length) to slice. */
export function Buffer(value, second, third) {
  if (typeof value === "number") return asBuffer(new Uint8Array(value));
  return Buffer.from(value, second, third);
}

function asBuffer(array) {
  return Object.setPrototypeOf(array, Buffer.prototype);
}

Object.setPrototypeOf(Buffer, Uint8Array);
Buffer.prototype = Object.create(Uint8Array.prototype, {
  constructor: { value: Buffer, writable: true, configurable: true },
});

function define(target, methods) {
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

define(Buffer, {
  poolSize: 8192,
  from(value, second, third) {
    if (typeof value === "string") return asBuffer(Uint8Array.from(encodingOf(second).toBytes(value)));
    if (value instanceof ArrayBuffer) return asBuffer(new Uint8Array(value, second, third));
    if (value === null || typeof value !== "object")
      throw new TypeError(
        `Buffer.from wants text, an array or a Buffer, not ${value === null ? "null" : typeof value}`,
      );
    return asBuffer(Uint8Array.from(value.type === "Buffer" && Array.isArray(value.data) ? value.data : value));
  },
  of: (...bytes) => Buffer.from(bytes),
  alloc(size, fill, encoding) {
    const buffer = asBuffer(new Uint8Array(size));
    return fill === undefined ? buffer : buffer.fill(fill, 0, size, encoding);
  },
  allocUnsafe: (size) => Buffer.alloc(size),
  concat(list, total) {
    const bytes = list.flatMap((part) => Array.from(part));
    const size = total ?? bytes.length;
    return Buffer.from(Array.from({ length: size }, (_, at) => bytes[at] ?? 0));
  },
  isBuffer: (value) => value instanceof Buffer,
  isEncoding: (name) => (otherNames[String(name).toLowerCase()] ?? String(name).toLowerCase()) in encodings,
  byteLength: (value, encoding) =>
    typeof value === "string" ? encodingOf(encoding).toBytes(value).length : value.byteLength,
  compare: (one, other) => one.compare(other),
});

define(Buffer.prototype, {
  toString(encoding, start, end) {
    return encodingOf(encoding).toText(Uint8Array.prototype.slice.call(this, start ?? 0, end ?? this.length));
  },
  toJSON() {
    return { type: "Buffer", data: Array.from(this) };
  },
  // Node's slice shares memory, unlike Uint8Array's.
  slice(start, end) {
    return this.subarray(start, end);
  },
  equals(other) {
    return this.compare(other) === 0;
  },
  compare(other) {
    for (let at = 0; at < Math.min(this.length, other.length); at++)
      if (this[at] !== other[at]) return this[at] < other[at] ? -1 : 1;
    return Math.sign(this.length - other.length);
  },
  copy(target, at, start, end) {
    const part = this.subarray(start ?? 0, end ?? this.length);
    const room = part.subarray(0, Math.max(0, target.length - (at ?? 0)));
    target.set(room, at ?? 0);
    return room.length;
  },
  write(text, ...rest) {
    const encoding = typeof rest.at(-1) === "string" ? rest.pop() : "utf8";
    const [offset, length] = rest;
    const bytes = encodingOf(encoding)
      .toBytes(text)
      .slice(0, length ?? undefined);
    return Buffer.from(bytes).copy(this, offset ?? 0);
  },
  fill(value, start, end, encoding) {
    if (typeof value !== "string") return Uint8Array.prototype.fill.call(this, value, start, end);
    const bytes = encodingOf(encoding).toBytes(value);
    for (let at = start ?? 0; at < (end ?? this.length); at++)
      this[at] = bytes[(at - (start ?? 0)) % bytes.length] ?? 0;
    return this;
  },
  swap16() {
    return swap(this, 2);
  },
  swap32() {
    return swap(this, 4);
  },
});

function swap(buffer, width) {
  for (let at = 0; at < buffer.length; at += width) buffer.subarray(at, at + width).reverse();
  return buffer;
}

/** With Node's words: codecs that catch everything put them into their data. */
function checkRange(buffer, offset, width) {
  const last = buffer.length - width;
  if (Number.isInteger(offset) && offset >= 0 && offset <= last) return;
  if (typeof offset !== "number")
    throw withCode(new TypeError('The "offset" argument must be of type number.'), "ERR_INVALID_ARG_TYPE");
  if (last < 0)
    throw withCode(new RangeError("Attempt to access memory outside buffer bounds"), "ERR_BUFFER_OUT_OF_BOUNDS");
  const allowed = Number.isInteger(offset) ? `>= 0 and <= ${last}` : "an integer";
  const message = `The value of "offset" is out of range. It must be ${allowed}. Received ${offset}`;
  throw withCode(new RangeError(message), "ERR_OUT_OF_RANGE");
}

function withCode(error, code) {
  const properties = { code, toString: () => `${error.name} [${code}]: ${error.message}` };
  for (const [name, value] of Object.entries(properties))
    Object.defineProperty(error, name, { value, writable: true, configurable: true });
  return error;
}

/** readInt16LE, writeFloatBE… and Node's other spelling, readUint8. */
function defineFixed(name, width, view, endings) {
  for (const ending of endings) {
    const little = ending === "LE";
    const read = function (offset = 0) {
      checkRange(this, offset, width);
      return new DataView(this.buffer, this.byteOffset, this.length)[`get${view}`](offset, little);
    };
    const write = function (value, offset = 0) {
      checkRange(this, offset, width);
      new DataView(this.buffer, this.byteOffset, this.length)[`set${view}`](offset, value, little);
      return offset + width;
    };
    for (const spelling of new Set([name, name.replace("UInt", "Uint")]))
      define(Buffer.prototype, { [`read${spelling}${ending}`]: read, [`write${spelling}${ending}`]: write });
  }
}

defineFixed("UInt8", 1, "Uint8", [""]);
defineFixed("Int8", 1, "Int8", [""]);
defineFixed("UInt16", 2, "Uint16", ["LE", "BE"]);
defineFixed("Int16", 2, "Int16", ["LE", "BE"]);
defineFixed("UInt32", 4, "Uint32", ["LE", "BE"]);
defineFixed("Int32", 4, "Int32", ["LE", "BE"]);
defineFixed("Float", 4, "Float32", ["LE", "BE"]);
defineFixed("Double", 8, "Float64", ["LE", "BE"]);
defineFixed("BigUInt64", 8, "BigUint64", ["LE", "BE"]);
defineFixed("BigInt64", 8, "BigInt64", ["LE", "BE"]);

function readWhole(buffer, offset, width, little) {
  checkRange(buffer, offset, width);
  const bytes = Array.from(Uint8Array.prototype.slice.call(buffer, offset, offset + width));
  return (little ? bytes.reverse() : bytes).reduce((value, byte) => value * 256 + byte, 0);
}

function writeWhole(buffer, value, offset, width, little) {
  checkRange(buffer, offset, width);
  let rest = value < 0 ? value + 256 ** width : value;
  for (let place = 0; place < width; place++) {
    buffer[little ? offset + place : offset + width - 1 - place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return offset + width;
}

for (const ending of ["LE", "BE"]) {
  const little = ending === "LE";
  const signed = (value, width) => (value >= 256 ** width / 2 ? value - 256 ** width : value);
  const readUnsigned = function (offset, width) {
    return readWhole(this, offset, width, little);
  };
  const write = function (value, offset, width) {
    return writeWhole(this, value, offset, width, little);
  };
  define(Buffer.prototype, {
    [`readUInt${ending}`]: readUnsigned,
    [`readUint${ending}`]: readUnsigned,
    [`readInt${ending}`](offset, width) {
      return signed(readWhole(this, offset, width, little), width);
    },
    [`writeUInt${ending}`]: write,
    [`writeUint${ending}`]: write,
    [`writeInt${ending}`]: write,
  });
}
