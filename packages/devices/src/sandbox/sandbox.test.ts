import { describe, expect, it } from "vitest";
import type { JsonValue } from "./codec-answer.ts";
import { Sandbox } from "./sandbox.ts";
import { defaultLimits } from "./sandbox-limits.ts";

const sandbox = await Sandbox.create({ ...defaultLimits, loadCpuMs: 500 });
const recvTime = new Date("2026-03-01T08:00:00.000Z");

function run(script: string, { hex = "01fe03e8", fPort = 2, at = recvTime } = {}) {
  return sandbox.decode(script, { bytes: Buffer.from(hex, "hex"), fPort, recvTime: at });
}

/** What `expression` is inside a codec, where `i` is its input. */
function dataOf(expression: string): JsonValue {
  const answer = run(`function decodeUplink(i) { return { data: { it: ${expression} } }; }`);
  expect(answer.errors).toEqual([]);
  return (answer.data as { it: JsonValue }).it;
}

function errorOf(script: string): string {
  const { data, errors, answered } = run(script);
  expect({ data, answered, count: errors.length }).toEqual({ data: null, answered: false, count: 1 });
  return errors[0] ?? "";
}

describe("the manners of published codecs", () => {
  const decoded = { data: { n: 4, port: 2 }, errors: [], warnings: [], answered: true, stopped: false };

  it.each([
    ["TS013", "function decodeUplink(input) { return { data: { n: input.bytes.length, port: input.fPort } }; }"],
    ["TS013 in a constant", "const decodeUplink = (i) => ({ data: { n: i.bytes.length, port: i.fPort } });"],
    ["exports", "exports.decodeUplink = function (i) { return { data: { n: i.bytes.length, port: i.fPort } }; };"],
    ["module.exports", "module.exports = { decodeUplink: (i) => ({ data: { n: i.bytes.length, port: i.fPort } }) };"],
    ["ES module", "export function decodeUplink(i) {\n return { data: { n: i.bytes.length, port: i.fPort } };\n}"],
    [
      "ES module's list",
      "function decodeUplink(i) { return { data: { n: 4, port: i.fPort } } }\nexport { decodeUplink };",
    ],
    ["TTN v2", "function Decoder(bytes, port) { return { n: bytes.length, port: port }; }"],
    ["ChirpStack v3", "function Decode(fPort, bytes, variables) { return { n: bytes.length, port: fPort }; }"],
    [
      "globals without declaration",
      "function decodeUplink(i) { n = i.bytes.length; for (port = 0; port < i.fPort; port++); return { data: { n, port } }; }",
    ],
    [
      "names of ours declared anew",
      "const exports = {}; let Buffer = 1, console = null; function decodeUplink(i) { return { data: { n: 4, port: i.fPort } } }",
    ],
    [
      "with and octal, sloppy only",
      "function decodeUplink(i) { with (i) { return { data: { n: 04, port: fPort } } } }",
    ],
  ])("%s", (_, script) => expect(run(script)).toEqual(decoded));

  it("prefers decodeUplink to the older kinds", () => {
    const both = "function Decoder() { return { old: 1 } } function decodeUplink() { return { data: { old: 0 } } }";
    expect(run(both).data).toEqual({ old: 0 });
  });

  it.each([
    ["Buffer.from(i.bytes).readInt16BE(0)", 0x01fe],
    ["Buffer.from(i.bytes).readUInt16LE(2)", 0xe803],
    ["Buffer.from(i.bytes).readUIntBE(1, 3)", 0xfe03e8],
    ["Buffer.from(i.bytes).readIntLE(0, 2)", -511],
    ["new Buffer(i.bytes).slice(1, 3).toString('hex')", "fe03"],
    ["Buffer.from('3f9d70a4', 'hex').readFloatBE(0)", 1.2300000190734863],
    ["Buffer.from('SGVsbG8', 'base64').toString()", "Hello"],
    ["Buffer.from('é€😀').toString('utf8')", "é€😀"],
    ["Buffer.from('é€😀').length", 9],
    ["Buffer.concat([Buffer.from([1]), Buffer.alloc(2, 7)]).toString('base64')", "AQcH"],
    ["Buffer.from([0xc8]).toString('ascii')", "H"],
    ["Buffer.from([1, 2]).map((byte) => byte * 2).toString('hex')", "0204"],
    ["Buffer.isBuffer(Buffer.from([1]).subarray(0))", true],
    ["require('buffer').Buffer.byteLength('abc')", 3],
    ["new TextDecoder().decode(new Uint8Array([0x41, 0xff, 0x42]))", "A\uFFFDB"],
    ["btoa(atob('AQID'))", "AQID"],
    ["typeof console.log('x')", "undefined"],
  ])("%s", (expression, expected) => expect(dataOf(expression)).toEqual(expected));

  it("says where a Buffer is read past its end", () => {
    expect(errorOf("function decodeUplink(i) {\n return Buffer.from(i.bytes).readInt32BE(1);\n}")).toBe(
      'RangeError: The value of "offset" is out of range. It must be >= 0 and <= 0. Received 1 (script line 2)',
    );
  });
});

describe("time", () => {
  it("stands at the uplink's, in UTC, so that history decodes as it did", () => {
    expect(
      dataOf("[new Date(), Date.now(), i.recvTime, new Date().getTimezoneOffset(), new Date(2026, 6, 1)]"),
    ).toEqual([recvTime.toISOString(), recvTime.getTime(), recvTime.toISOString(), 0, "2026-07-01T00:00:00.000Z"]);
  });

  it("is written as Node writes it", () => {
    const date = new Date(Date.UTC(2026, 2, 1, 15, 4, 5));
    expect(dataOf("[0, 7, 19].map((h) => new Date(2026, 2, 1, h, 4, 5).toLocaleString())")).toEqual(
      [0, 7, 19].map((h) => new Date(Date.UTC(2026, 2, 1, h, 4, 5)).toLocaleString("en-US", { timeZone: "UTC" })),
    );
    expect(dataOf(`String(new Date(${date.getTime()}))`)).toBe(
      "Sun Mar 01 2026 15:04:05 GMT+0000 (Coordinated Universal Time)",
    );
    expect(dataOf("[1234567.5, -1234, 0.1234567, 12].map((value) => value.toLocaleString())")).toEqual(
      [1234567.5, -1234, 0.1234567, 12].map((value) => value.toLocaleString("en-US")),
    );
  });

  it("also for a script that asks while it loads", () => {
    const script = "var loaded = new Date(); function decodeUplink() { return { data: { loaded } }; }";
    const later = new Date("2026-04-01T00:00:00.000Z");
    expect(run(script).data).toEqual({ loaded: recvTime.toISOString() });
    expect(run(script, { at: later }).data).toEqual({ loaded: later.toISOString() });
    const module = `var n = 0; ${script.replace("function", "\nexport function")}; n++;`;
    for (const at of [recvTime, later]) expect(run(module, { at }).data).toEqual({ loaded: at.toISOString() });
  });
});

describe("an answer that JSON cannot carry", () => {
  it.each([
    ["NaN", null, ["data.it is NaN and became null"]],
    ["-Infinity", null, ["data.it is -Infinity and became null"]],
    ["-0", 0, []],
    ["10n", 10, []],
    ["2n ** 64n", "18446744073709551616", ["data.it is a BigInt beyond 2^53 and became text"]],
    ["new Date(NaN)", null, ["data.it is an invalid Date and became null"]],
    ["[undefined, , 1]", [null, null, 1], []],
    ["new Uint8Array([1, 2])", [1, 2], []],
    ["Buffer.from([3])", [3], []],
    ["new Number(4)", 4, []],
    ["({ toJSON: () => 5 })", 5, []],
    ["new Map([[1, 2]])", {}, ["data.it is a Map, of which JSON keeps only plain properties"]],
  ])("%s", (expression, it, warnings) => {
    const answer = run(`function decodeUplink() { return { data: { it: ${expression} } }; }`);
    expect(answer).toMatchObject({ data: { it }, errors: [], warnings });
  });

  it.each([
    ["() => 1", ["data.it is a function and was left out"]],
    ["Symbol()", ["data.it is a symbol and was left out"]],
    ["undefined", []],
  ])("%s is left out", (expression, warnings) => {
    const answer = run(`function decodeUplink() { return { data: { it: ${expression} } }; }`);
    expect(answer).toMatchObject({ data: {}, warnings });
    expect(answer.data).not.toHaveProperty("it");
  });

  it("leaves __proto__ out and keeps harmless look-alikes", () => {
    const answer = run(
      `function decodeUplink() { return { data: JSON.parse('{"__proto__":{"a":1},"constructor":2}') } }`,
    );
    expect(JSON.stringify(answer.data)).toBe('{"constructor":2}');
    expect(answer.warnings).toEqual(["data.__proto__ is a reserved name and was left out"]);
  });

  it.each([
    ["let a = {}; a.b = [a]; return { data: a }", "data.b[0] contains itself"],
    [
      "let a = []; for (let n = 0; n < 100; n++) a = [a]; return { data: { a } }",
      "the answer is nested more than 64 deep",
    ],
    ["return { data: { a: new Array(60000).fill(1) } }", "the answer has more than 50000 values (at data.a[49997])"],
    ["return { data: { a: 'x'.repeat(2e6) } }", "the answer has more than 1000000 characters of text (at data.a)"],
    ["return 5", "decodeUplink returned number, not an object"],
    ["return { temperature: 5 }", 'decodeUplink returned an object without "data", "errors" or "warnings"'],
    ["return { data: 5 }", 'decodeUplink returned "data" as a number, not an object'],
    [
      "return Promise.resolve({ data: {} })",
      "decodeUplink returned a Promise; a codec must answer at once, without async",
    ],
  ])("%s", (body, error) => expect(errorOf(`function decodeUplink() { ${body} }`)).toBe(error));

  it("reads errors and warnings however they are written", () => {
    const answer = run(
      "function decodeUplink() { return { errors: 'bad port', warnings: [{ code: 3 }, null, new Error('low')] } }",
    );
    expect(answer).toMatchObject({ data: null, errors: ["bad port"], warnings: ['{"code":3}', "low"], answered: true });
  });
});

describe("a codec that fails", () => {
  it.each([
    [
      "function decodeUplink(i) {\n\n  return null.x;\n}",
      "TypeError: cannot read property 'x' of null (script line 3)",
    ],
    ["function decodeUplink(i) {\n  let x = ;\n}", "SyntaxError: unexpected token in expression: ';' (script line 2)"],
    ["var x = y;", "ReferenceError: 'y' is not defined (script line 1)"],
    ["var x;", "the script defines none of decodeUplink(input), Decoder(bytes, port), Decode(fPort, bytes)"],
    ["function decodeUplink() { throw 'no frame' }", "threw no frame"],
    ["function decodeUplink() { throw { code: 7 } }", 'threw {"code":7}'],
    ["function decodeUplink() { throw undefined }", "threw undefined"],
    ["function decodeUplink() { throw { get message() { throw 1 } } }", "threw something that cannot be read"],
    [
      "const fs = require('fs'); function decodeUplink() {}",
      'Error: this codec asks for the module "fs"; the sandbox has none (script line 1)',
    ],
  ])("%s", (script, error) => expect(errorOf(script)).toBe(error));
});

describe("a codec that takes too much", () => {
  const tooLong = "the codec was stopped: it used more than 250 ms of CPU time";

  it.each([
    ["a loop", "while (true);", tooLong],
    ["a loop that catches", "for (;;) { try { for (;;); } catch (e) {} finally { continue; } }", tooLong],
    ["a regular expression", "return { data: { a: /(a+)+$/.test('a'.repeat(40) + 'b') } }", tooLong],
    ["a getter in the answer", "return { data: { get a() { for (;;); } } }", tooLong],
    ["a proxy in the answer", "return { data: new Proxy({}, { ownKeys() { for (;;); } }) }", tooLong],
    ["what it throws", "throw { get message() { for (;;); } }", tooLong],
    ["recursion", "return decodeUplink(i) + 1", "InternalError: stack overflow (script line 1)"],
    ["memory", "let a = []; for (;;) a.push(new Array(1000).fill(1))", "InternalError: out of memory (script line 1)"],
  ])("%s", (_, body, error) => {
    const answer = run(`function decodeUplink(i) { ${body} }`);
    expect(answer).toMatchObject({ data: null, errors: [error], stopped: true });
    expect(dataOf("i.fPort")).toBe(2);
  });

  it("already while it loads", () => {
    expect(run("for (;;);").errors).toEqual(["the codec was stopped: it used more than 500 ms of CPU time"]);
  });
});

describe("what a codec leaves behind", () => {
  it("is gone at its next uplink", () => {
    const script =
      "var n = 0; function decodeUplink() { n++; seen = typeof seen; Array.prototype.x = (Array.prototype.x || 0) + 1; return { data: { n, seen, x: [].x } } }";
    expect(run(script).data).toEqual({ n: 1, seen: "undefined", x: 1 });
    expect(run(script).data).toEqual({ n: 1, seen: "undefined", x: 1 });
  });

  it("is not seen by another codec, even where it tampered while it loaded", () => {
    run(
      "Array.prototype.map = null; JSON.parse = null; Object.prototype.stolen = 1; function decodeUplink() { return { data: {} } }",
    );
    expect(dataOf("[typeof [].map, typeof JSON.parse, typeof ({}).stolen]")).toEqual([
      "function",
      "function",
      "undefined",
    ]);
  });

  it("harms only its own answer", () => {
    const script = `Object.prototype.toJSON = () => 1; JSON.stringify = () => "no JSON"; Array.prototype[Symbol.iterator] = null;
      Date.prototype.toISOString = () => 3; function decodeUplink(i) { return { data: { list: [1, { a: 2 }], at: i.recvTime }, warnings: ["w"] } }`;
    expect(run(script)).toMatchObject({ data: { list: [1, { a: 2 }], at: recvTime.toISOString() }, warnings: ["w"] });
  });

  it("cannot reach the platform", () => {
    const reach = "typeof process + typeof fetch + typeof setTimeout + typeof std + typeof os + typeof Worker";
    expect(dataOf(`(function () {}).constructor("return ${reach}")()`)).toBe("undefined".repeat(6));
  });
});
