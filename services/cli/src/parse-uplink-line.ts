import type { UplinkPayload } from "@gtb/devices/device-type";

/** The line is no uplink; `message` says what is wrong with it. */
export class UplinkLineError extends Error {
  override readonly name = "UplinkLineError";
}

export interface ParsedUplink {
  readonly uplink: UplinkPayload;
  readonly warnings: readonly string[];
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(?<offset>Z|[+-]\d{2}(:?\d{2})?)?$/i;

/** Reads `{"port","hex","time"?}`; `now` where there is no time. Throws UplinkLineError. */
export function parseUplinkLine(text: string, now: Date): ParsedUplink {
  const { port: given, hex, time } = parseObject(text);
  // Vendors' examples of devices that send on any port say null.
  const port = given === null ? 0 : given;
  if (typeof port !== "number" || !Number.isInteger(port) || port < 0 || port > 255)
    throw new UplinkLineError(`"port" must be a whole number from 0 to 255, not ${show(port)}`);
  const bytes = parseHex(hex);
  if (time === undefined || time === null) return { uplink: { fPort: port, bytes, time: now }, warnings: [] };
  const parsed = parseTime(time);
  return {
    uplink: { fPort: port, bytes, time: parsed.time },
    warnings: parsed.hasOffset ? [] : [`"time" says no offset, it was taken as UTC`],
  };
}

function parseObject(text: string): Record<string, unknown> {
  if (text.trim() === "") throw new UplinkLineError("the line is empty");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UplinkLineError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UplinkLineError(`a JSON object {"port","hex"} is expected, not ${show(value)}`);
  return Object.fromEntries(Object.entries(value));
}

/** Spaces between bytes, as vendors' guides print them, are welcome. */
function parseHex(hex: unknown): Uint8Array {
  if (typeof hex !== "string") throw new UplinkLineError(`"hex" must be text, not ${show(hex)}`);
  const digits = hex.replaceAll(/\s/g, "");
  if (!/^[0-9a-f]*$/i.test(digits)) throw new UplinkLineError(`"hex" has other than hexadecimal digits: ${show(hex)}`);
  if (digits.length % 2 === 1) throw new UplinkLineError(`"hex" has an odd number of digits, ${digits.length}`);
  return Buffer.from(digits, "hex");
}

function parseTime(time: unknown): { readonly time: Date; readonly hasOffset: boolean } {
  const match = typeof time === "string" ? isoTime.exec(time) : null;
  if (match === null) throw new UplinkLineError(`"time" must be ISO 8601 with an offset, not ${show(time)}`);
  const hasOffset = match.groups?.["offset"] !== undefined;
  const parsed = new Date(hasOffset ? match[0] : `${match[0]}Z`);
  if (Number.isNaN(parsed.getTime())) throw new UplinkLineError(`"time" is no time: ${show(time)}`);
  return { time: parsed, hasOffset };
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
