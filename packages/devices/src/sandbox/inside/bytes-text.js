// Runs inside the sandbox. Bytes to text and back, which QuickJS has not: for Buffer, TextDecoder, atob and btoa.

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Ill-formed sequences become U+FFFD, as the Encoding Standard says. */
export function utf8ToText(bytes) {
  let text = "";
  let at = 0;
  while (at < bytes.length) {
    const { point, length } = codePointAt(bytes, at);
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

const leads = [
  { mask: 0x80, lead: 0x00, bits: 0x7f, length: 1, least: 0 },
  { mask: 0xe0, lead: 0xc0, bits: 0x1f, length: 2, least: 0x80 },
  { mask: 0xf0, lead: 0xe0, bits: 0x0f, length: 3, least: 0x800 },
  { mask: 0xf8, lead: 0xf0, bits: 0x07, length: 4, least: 0x10000 },
];

function codePointAt(bytes, at) {
  const form = leads.find(({ mask, lead }) => (bytes[at] & mask) === lead);
  if (form === undefined) return { point: 0xfffd, length: 1 };
  let point = bytes[at] & form.bits;
  for (let index = 1; index < form.length; index++) {
    const next = bytes[at + index];
    if (next === undefined || (next & 0xc0) !== 0x80) return { point: 0xfffd, length: index };
    point = point * 64 + (next & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  if (point < form.least || point > 0x10ffff || surrogate) return { point: 0xfffd, length: 1 };
  return { point, length: form.length };
}

export function textToUtf8(text) {
  const bytes = [];
  for (const character of String(text)) {
    const given = character.codePointAt(0);
    const point = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return bytes;
}

/** Stops at the first pair that is no byte, as Node does. */
export function hexToBytes(text) {
  const bytes = [];
  for (let at = 0; at + 1 < text.length; at += 2) {
    const pair = text.slice(at, at + 2);
    if (!/^[0-9a-f]{2}$/i.test(pair)) break;
    bytes.push(Number.parseInt(pair, 16));
  }
  return bytes;
}

export function bytesToHex(bytes) {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Also the URL alphabet; what is no digit is passed over, as Node does. */
export function base64ToBytes(text) {
  const bytes = [];
  let bits = 0;
  let count = 0;
  for (const character of text) {
    if (character === "=") break;
    const digit = base64Digits.indexOf(character === "-" ? "+" : character === "_" ? "/" : character);
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}

export function bytesToBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const known = Math.min(3, bytes.length - at) + 1;
    for (let digit = 0; digit < 4; digit++) text += digit < known ? base64Digits[(bits >> (18 - 6 * digit)) & 63] : "=";
  }
  return text;
}

export function latin1ToText(bytes, mask) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte & mask);
  return text;
}

export function textToLatin1(text) {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at) & 0xff);
}
