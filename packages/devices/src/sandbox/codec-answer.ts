/** A value as JSON has it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One uplink for a codec. `recvTime` is when the network heard it; the sandbox's clock stands at it. */
export interface CodecUplink {
  readonly bytes: Uint8Array;
  readonly fPort: number;
  readonly recvTime: Date;
}

/**
 * What a codec made of one uplink, TS013. With `errors` there may be no data: null. `errors` holds the codec's own and
 * the sandbox's (it threw, took too long…); `warnings` also says which values JSON could not carry.
 */
export interface CodecAnswer {
  readonly data: JsonValue;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The codec answered itself; false where it threw, was stopped or could not be loaded. */
  readonly answered: boolean;
  /** It was stopped because it used up its time, its memory or its calls: not the payload's fault. */
  readonly stopped: boolean;
}

/** An answer of the sandbox in the codec's place. */
export function failed(message: string, { stopped = false } = {}): CodecAnswer {
  return { data: null, errors: [message], warnings: [], answered: false, stopped };
}

/** Reads what came out of the sandbox, where a codec may have tampered with everything. */
export function readCodecAnswer(json: string, lineOf: (stack: string) => number | undefined): CodecAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(json);
  } catch {
    return failed("the codec's answer cannot be read as JSON");
  }
  if (!isRecord(answer)) return failed("the codec's answer is no object");
  const { failure, data, errors, warnings } = answer;
  if (isRecord(failure)) return failureOf(failure, lineOf);
  if (!isJson(data) || !isTexts(errors) || !isTexts(warnings)) return failed("the codec's answer cannot be read");
  return { data, errors, warnings, answered: true, stopped: false };
}

function failureOf({ text, stack }: Record<string, unknown>, lineOf: (stack: string) => number | undefined) {
  const line = typeof stack === "string" ? lineOf(stack) : undefined;
  const message = typeof text === "string" ? text : "the codec failed";
  // The engine's words for its own limits; a codec that throws the same words only harms itself.
  const stopped = /^InternalError: (out of memory|stack overflow)|Maximum call stack/.test(message);
  return failed(line === undefined ? message : `${message} (script line ${line})`, { stopped });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What JSON.parse gives is JSON; only absence is to be told. */
function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
