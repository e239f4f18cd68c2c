import { once } from "node:events";
import { catalogue } from "@gtb/devices/catalogue";
import type { DeviceType } from "@gtb/devices/device-type";
import { findDeviceType } from "@gtb/devices/find-device-type";
import { decodeLine } from "../decode-line.ts";
import { WrongUse } from "../exit-code.ts";
import { parseUplinkLine } from "../parse-uplink-line.ts";
import { readLines } from "../read-lines.ts";

export interface DecodeOptions {
  readonly type: string;
  readonly port?: string;
  readonly hex?: string;
  readonly time?: string;
}

/**
 * `gtb decode`: one JSON line out for each uplink in, in order, while they come. What a sensor sent wrong is in the
 * line's `errors` and no failure of the command. Throws WrongUse for an unknown type or malformed options.
 */
export async function decode(options: DecodeOptions): Promise<void> {
  const type = findDeviceType(options.type);
  if (type === undefined) throw new WrongUse(`Type d'appareil inconnu : « ${options.type} ».\n${knownTypes()}`);
  if (options.port === undefined && options.hex === undefined && options.time === undefined) {
    await decodeStandardInput(type);
    return;
  }
  const line = lineFrom(options);
  await print(`${JSON.stringify(decodeLine(type, line, 1, new Date()))}\n`);
}

async function decodeStandardInput(type: DeviceType): Promise<void> {
  let lineNumber = 0;
  for await (const line of readLines(process.stdin)) {
    lineNumber += 1;
    await print(`${JSON.stringify(decodeLine(type, line, lineNumber, new Date()))}\n`);
  }
}

/** Waits for a slow reader, so that memory stays bounded. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** The options as the line that would say the same; wrong options are a wrong use, not a wrong uplink. */
function lineFrom({ port, hex, time }: DecodeOptions): string {
  if (port === undefined || hex === undefined) throw new WrongUse("--port et --hex vont ensemble.");
  const line = JSON.stringify({ port: port.trim() === "" ? port : Number(port), hex, time });
  try {
    parseUplinkLine(line, new Date());
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
  return line;
}

function knownTypes(): string {
  const width = Math.max(...catalogue.map(({ id }) => id.length));
  const lines = catalogue.map(({ id, vendor, models }) => `  ${id.padEnd(width)}  ${vendor} ${models.join(", ")}`);
  return ["Types connus :", ...lines].join("\n");
}
