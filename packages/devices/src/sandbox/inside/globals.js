// Runs inside the sandbox. What published codecs expect to find around them: Node's and browsers' globals, but no I/O.

import { Buffer } from "./buffer.js";
import { base64ToBytes, bytesToBase64, latin1ToText, textToLatin1, textToUtf8, utf8ToText } from "./bytes-text.js";

class TextDecoder {
  constructor(label) {
    this.encoding = String(label ?? "utf-8").toLowerCase();
  }
  decode(input) {
    if (input === undefined) return "";
    const bytes = ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    return /^(ascii|us-ascii|latin1|iso-8859-1|windows-1252)$/.test(this.encoding)
      ? latin1ToText(bytes, 0xff)
      : utf8ToText(bytes);
  }
}

class TextEncoder {
  encode(text) {
    return Uint8Array.from(textToUtf8(text ?? ""));
  }
}

const consoleMethods =
  "assert count debug dir error group groupCollapsed groupEnd info log table time timeEnd timeLog trace warn";
const modules = { buffer: { Buffer }, util: { TextDecoder, TextEncoder } };

function requireModule(name) {
  const found = modules[String(name).replace(/^node:/, "")];
  if (found === undefined) throw new Error(`this codec asks for the module "${name}"; the sandbox has none`);
  return found;
}

/** Defines them so that a codec may declare the same names itself. Returns the `module` object, to find what it exports. */
export function installGlobals() {
  const module = { exports: {} };
  const silent = Object.fromEntries(consoleMethods.split(" ").map((name) => [name, () => undefined]));
  const globals = {
    Buffer,
    TextDecoder,
    TextEncoder,
    atob: (text) => latin1ToText(base64ToBytes(String(text)), 0xff),
    btoa: (text) => bytesToBase64(textToLatin1(String(text))),
    console: silent,
    exports: module.exports,
    global: globalThis,
    module,
    require: requireModule,
  };
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  return module;
}
