import { decodeUplink } from "@gtb/devices/decode-uplink";
import { findDeviceType } from "@gtb/devices/find-device-type";
import { CodecPool } from "@gtb/devices/sandbox/codec-pool";
import { Sandbox } from "@gtb/devices/sandbox/sandbox";
import { defaultLimits } from "@gtb/devices/sandbox/sandbox-limits";

/** Microseconds; medians of the rounds. */
export interface SandboxCosts {
  readonly nativeUs: number;
  readonly sandboxUs: number;
  readonly pooledUs: number;
  readonly loadUs: number;
}

const rounds = 5;
const uplinks = 2000;
const bytes = Uint8Array.from(Buffer.from("01755c03672c00046817", "hex"));
const recvTime = new Date("2026-03-01T08:00:00.000Z");

/** In the manner of the vendors' own: a loop over channels, with helpers over slices. */
const script = `
function decodeUplink(input) { return { data: Decoder(input.bytes, input.fPort) }; }
function Decoder(bytes, port) {
  var decoded = {};
  for (i = 0; i < bytes.length; ) {
    var channel = bytes[i++], type = bytes[i++];
    if (channel === 0x01 && type === 0x75) { decoded.battery = bytes[i]; i += 1; }
    else if (channel === 0x03 && type === 0x67) { decoded.temperature = int16(bytes.slice(i, i + 2)) / 10; i += 2; }
    else if (channel === 0x04 && type === 0x68) { decoded.humidity = bytes[i] / 2; i += 1; }
    else break;
  }
  return decoded;
}
function int16(bytes) { var value = (bytes[1] << 8) + bytes[0]; return value > 0x7fff ? value - 0x10000 : value; }
`;

/** The sandbox's cost an uplink held against our own decoder of the same device. */
export async function measureSandbox(): Promise<SandboxCosts> {
  const type = findDeviceType("milesight-em300-th");
  if (type === undefined) throw new Error("milesight-em300-th is not in the catalogue");
  const sandbox = await Sandbox.create(defaultLimits);
  const pool = new CodecPool({ threads: 2 });
  const uplink = { bytes, fPort: 85, recvTime };
  try {
    const nativeUs = await medianUs(() => repeat(() => decodeUplink(type, { bytes, fPort: 85, time: recvTime })));
    const sandboxUs = await medianUs(() => repeat(() => sandbox.decode(script, uplink)));
    const pooledUs = await medianUs(() =>
      Promise.all(Array.from({ length: uplinks }, () => pool.decode(script, uplink))),
    );
    // Longer by a space each time: a script that the sandbox has not seen.
    let unseen = script;
    const loadUs = await medianUs(() => {
      unseen += " ";
      sandbox.decode(unseen, uplink);
    }, 1);
    return { nativeUs, sandboxUs, pooledUs, loadUs };
  } finally {
    await pool.close();
  }
}

function repeat(work: () => unknown): void {
  for (let time = 0; time < uplinks; time++) work();
}

/** Microseconds for one of `each`; the first round warms up and is left out. */
async function medianUs(work: () => unknown, each = uplinks): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    await work();
    if (round > 0) measured.push(((performance.now() - start) * 1000) / each);
  }
  return measured.toSorted((one, other) => one - other)[rounds >> 1] ?? Number.NaN;
}
