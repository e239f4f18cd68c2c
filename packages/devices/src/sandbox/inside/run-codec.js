// Runs inside the sandbox. Finds the codec's function, calls it, and hands its answer out as JSON text.

import { checkedCopy, UnfitAnswer } from "./checked-copy.js";
import { installGlobals } from "./globals.js";
import { installLocale } from "./locale.js";

const { parse, stringify } = JSON;
const { isArray } = Array;
const { setPrototypeOf } = Object;
const NativeDate = Date;
const NativeString = String;

installLocale();
const module = installGlobals();
let codec;

/** How each kind of published codec is called, in the order in which they are looked for. */
const kinds = [
  { name: "decodeUplink", call: (decode, input) => decode(input), isWhole: true },
  { name: "Decoder", call: (decode, { bytes, fPort }) => decode(bytes, fPort), isWhole: false },
  { name: "Decode", call: (decode, { bytes, fPort, variables }) => decode(fPort, bytes, variables), isWhole: false },
];

/**
 * After the script ran: which function is the codec. `globals` holds the script's own functions by name, as only a
 * script of the same realm can see them (`const decodeUplink = …` is no property of the global object).
 * Returns the name found, "" where there is none.
 */
export function chooseCodec(globals) {
  const exported = module.exports ?? {};
  const places = [globals, exported, exported.default ?? {}, globalThis.exports ?? {}];
  // By index, here and below: the script may have put its own methods and iterators on arrays.
  for (let kind = 0; kind < kinds.length; kind++)
    for (let place = 0; place < places.length; place++) {
      const decode = places[place][kinds[kind].name];
      if (typeof decode !== "function") continue;
      codec = { kind: kinds[kind], decode };
      return kinds[kind].name;
    }
  if (typeof exported !== "function") return "";
  codec = { kind: kinds[0], decode: exported };
  return "module.exports";
}

/** One uplink, `{"bytes":[],"fPort":1,"recvTime":<ms>}`, to `{data, errors, warnings}` or `{failure}`, both as JSON. */
export function runCodec(inputJson) {
  try {
    const { bytes, fPort, recvTime } = parse(inputJson);
    const input = { bytes, fPort, recvTime: new NativeDate(recvTime), variables: {} };
    const { kind, decode } = codec;
    const returned = kind.call(decode, input);
    return stringify(readAnswer(kind, returned));
  } catch (error) {
    if (error instanceof UnfitAnswer) return failureJson({ text: error.message });
    return failureJson(describeError(error));
  }
}

function failureJson(failure) {
  return stringify({ __proto__: null, failure: setPrototypeOf(failure, null) });
}

function readAnswer({ name, isWhole }, returned) {
  if (returned === null || typeof returned !== "object")
    throw new UnfitAnswer(`${name} returned ${returned === null ? "null" : typeof returned}, not an object`);
  if (typeof returned.then === "function")
    throw new UnfitAnswer(`${name} returned a Promise; a codec must answer at once, without async`);
  const answer = isWhole ? returned : { __proto__: null, data: returned };
  if (isWhole && !("data" in answer || "errors" in answer || "error" in answer || "warnings" in answer))
    throw new UnfitAnswer(`${name} returned an object without "data", "errors" or "warnings"`);
  const notes = setPrototypeOf([], null);
  const data = checkedCopy(answer.data, "data", notes);
  if (data !== null && typeof data !== "object")
    throw new UnfitAnswer(`${name} returned "data" as a ${typeof data}, not an object`);
  const warnings = sentences(answer.warnings);
  for (let at = 0; at < notes.length; at++) warnings[warnings.length] = notes[at];
  // Some codecs write `error`, which TS013 does not know.
  return { __proto__: null, data, errors: sentences(answer.errors ?? answer.error), warnings };
}

/** `errors` and `warnings` as codecs write them: a list, one text, a list of objects, true… */
function sentences(given) {
  const texts = setPrototypeOf([], null);
  if (given === undefined || given === null || given === false) return texts;
  const list = isArray(given) ? given : [given];
  for (let at = 0; at < list.length && at < 100; at++)
    if (list[at] !== undefined && list[at] !== null) texts[texts.length] = sentence(list[at]).slice(0, 1000);
  return texts;
}

function sentence(value) {
  if (typeof value === "string") return value;
  if (value instanceof Error) return NativeString(value.message);
  return typeof value === "object" ? stringify(checkedCopy(value, "it", [])) : NativeString(value);
}

/** `{text, stack}`: the stack names the script's line. Whatever was thrown may be anything, and fail again. */
export function describeError(error) {
  try {
    // The engine throws null where memory does not even suffice for an error.
    if (error === null) return { text: "InternalError: out of memory (or the codec threw null)" };
    if (typeof error !== "object") return { text: `threw ${NativeString(error)}`.slice(0, 1000) };
    const { name, message, stack } = error;
    if (message === undefined) return { text: `threw ${sentence(error)}`.slice(0, 1000) };
    const text = `${NativeString(name ?? "Error")}: ${NativeString(message)}`.slice(0, 1000);
    return { text, stack: typeof stack === "string" ? stack.slice(0, 2000) : "" };
  } catch {
    return { text: "threw something that cannot be read" };
  }
}
