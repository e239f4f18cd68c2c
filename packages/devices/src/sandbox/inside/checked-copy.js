// Runs inside the sandbox. Turns what a codec returned into plain JSON values, and says what JSON cannot carry.

// Taken before the codec runs: what it does to the prototypes cannot change how its answer is read.
const { isArray } = Array;
const { isFinite: isFiniteNumber, isSafeInteger } = Number;
const { keys, create, setPrototypeOf, prototype: objectPrototype } = Object;
const { isView } = ArrayBuffer;
const NativeDate = Date;
const NativeUint8Array = Uint8Array;
const { apply } = Reflect;
const { getTime, toISOString } = NativeDate.prototype;
const tagOf = objectPrototype.toString;

const deepest = 64;
const mostValues = 50_000;
const mostCharacters = 1_000_000;
const mostNotes = 20;
/** What JSON leaves out. */
const nothing = Symbol("nothing");

/** The answer as a whole cannot be kept; the message says why. */
export class UnfitAnswer extends Error {}

/**
 * A copy of `value` made of null, booleans, finite numbers, text, arrays and objects, both without a prototype: a
 * `toJSON` that the codec hung on one is not called when the copy is written.
 * `notes` receives a sentence for each value that had to be changed or left out. Throws UnfitAnswer.
 */
export function checkedCopy(value, name, notes) {
  const copied = copyValue(value, name, { notes, above: [], values: 0, characters: 0 });
  return copied === nothing ? null : copied;
}

function note(state, text) {
  if (state.notes.length < mostNotes) state.notes[state.notes.length] = text;
}

function count(state, name, characters) {
  state.values += 1;
  state.characters += characters;
  if (state.values > mostValues) throw new UnfitAnswer(`the answer has more than ${mostValues} values (at ${name})`);
  if (state.characters > mostCharacters)
    throw new UnfitAnswer(`the answer has more than ${mostCharacters} characters of text (at ${name})`);
}

function copyValue(value, name, state) {
  count(state, name, typeof value === "string" ? value.length : 0);
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return copyNumber(value, name, state);
    case "bigint":
      return copyBigInt(value, name, state);
    case "undefined":
      return nothing;
    case "object":
      return value === null ? null : copyObject(value, name, state);
    default:
      note(state, `${name} is a ${typeof value} and was left out`);
      return nothing;
  }
}

function copyNumber(value, name, state) {
  if (isFiniteNumber(value)) return value === 0 ? 0 : value;
  note(state, `${name} is ${value} and became null`);
  return null;
}

function copyBigInt(value, name, state) {
  if (isSafeInteger(Number(value))) return Number(value);
  note(state, `${name} is a BigInt beyond 2^53 and became text`);
  return `${value}`;
}

function copyObject(value, name, state) {
  if (state.above.length >= deepest) throw new UnfitAnswer(`the answer is nested more than ${deepest} deep`);
  for (let at = 0; at < state.above.length; at++)
    if (state.above[at] === value) throw new UnfitAnswer(`${name} contains itself`);
  state.above[state.above.length] = value;
  const copied = copyParts(value, name, state);
  state.above.length -= 1;
  return copied;
}

function copyParts(value, name, state) {
  const time = timeOf(value);
  if (time !== undefined) return copyDate(value, time, name, state);
  if (isView(value) && value.buffer instanceof ArrayBuffer)
    return copyArray("getInt8" in value ? bytesOf(value) : value, name, state);
  if (value instanceof ArrayBuffer) return copyArray(new NativeUint8Array(value), name, state);
  if (value instanceof Number || value instanceof String || value instanceof Boolean)
    return copyValue(value.valueOf(), name, state);
  if (isArray(value)) return copyArray(value, name, state);
  const { toJSON } = value;
  // One that hangs on every object is no class's own wish.
  if (typeof toJSON === "function" && toJSON !== objectPrototype.toJSON)
    return copyValue(apply(toJSON, value, [name]), name, state);
  const tag = apply(tagOf, value, []);
  if (/Map|Set|Promise|RegExp|Error|Generator|Iterator/.test(tag))
    note(state, `${name} is a ${tag.slice(8, -1)}, of which JSON keeps only plain properties`);
  return copyRecord(value, name, state);
}

function bytesOf(view) {
  return new NativeUint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** Milliseconds of a Date, undefined for anything else. */
function timeOf(value) {
  try {
    return apply(getTime, value, []);
  } catch {
    return undefined;
  }
}

function copyDate(value, time, name, state) {
  if (isFiniteNumber(time)) return apply(toISOString, value, []);
  note(state, `${name} is an invalid Date and became null`);
  return null;
}

function copyArray(list, name, state) {
  const copied = setPrototypeOf([], null);
  const { length } = list;
  for (let at = 0; at < length; at++) {
    const part = copyValue(list[at], `${name}[${at}]`, state);
    copied[at] = part === nothing ? null : part;
  }
  return copied;
}

function copyRecord(record, name, state) {
  const copied = create(null);
  const names = keys(record);
  for (let at = 0; at < names.length; at++) {
    const key = names[at];
    if (key === "__proto__") {
      note(state, `${name}.__proto__ is a reserved name and was left out`);
      continue;
    }
    count(state, name, key.length);
    const part = copyValue(record[key], `${name}.${key}`, state);
    if (part !== nothing) copied[key] = part;
  }
  return copied;
}
