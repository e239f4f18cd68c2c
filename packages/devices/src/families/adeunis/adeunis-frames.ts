import { DecodeError } from "../../decode-error.ts";
import type { DecodeResult, UplinkPayload } from "../../device-type.ts";
import { counter, state } from "../../measurement.ts";
import { AdeunisFrame, type ReadFrame } from "./adeunis-frame.ts";

/** What the status byte of every Adeunis frame says. */
export const statusMeasurements = {
  frameCounter: counter("event-count", "1", 8),
  lowBattery: state("alarm"),
  configurationDone: state("device-state"),
};

/** Settings, network settings, inputs' settings and software version: they hold no measured value. */
const descriptiveFrames: readonly number[] = [0x10, 0x11, 0x12, 0x13, 0x14, 0x1f, 0x20, 0x37];

const sharedFrames: ReadonlyMap<number, ReadFrame> = new Map<number, ReadFrame>([
  ...descriptiveFrames.map((code) => [code, () => {}] as const),
  [0x2f, readDownlinkAcknowledgement],
  [0x33, readRegisterAcknowledgement],
  [0x36, readAlert],
]);

/**
 * The decoder of an Adeunis device. `frames`: its own frames by code. `statusFlags`: measurements that bits of the
 * status byte stand for, besides those that all products share; a mask each. Source: Adeunis' technical reference
 * manuals (chapter "radio protocol") and its published codecs.
 */
export function adeunisFrames(device: {
  readonly frames: ReadonlyMap<number, ReadFrame>;
  readonly statusFlags?: Readonly<Record<string, number>>;
}): (uplink: UplinkPayload) => DecodeResult {
  const flags = Object.entries(device.statusFlags ?? {});
  return (uplink) => {
    const frame = new AdeunisFrame(uplink);
    const read = device.frames.get(frame.code) ?? sharedFrames.get(frame.code);
    if (!read) throw new DecodeError(`frame code 0x${frame.code.toString(16)} is none of this device's`);
    read(frame);
    frame.addStatus("frameCounter", frame.status >> 5);
    frame.addStatus("lowBattery", (frame.status >> 1) & 1);
    frame.addStatus("configurationDone", frame.status & 1);
    for (const [name, mask] of flags) frame.addStatus(name, frame.status & mask ? 1 : 0);
    return frame.finish();
  };
}

function readDownlinkAcknowledgement(frame: AdeunisFrame): void {
  const downlink = frame.reader.uint8();
  const status = frame.reader.uint8();
  if (status !== 1) frame.warn(`downlink 0x${downlink.toString(16)} refused with status ${status}`);
}

function readRegisterAcknowledgement(frame: AdeunisFrame): void {
  const status = frame.reader.uint8();
  const register = frame.reader.uint16BE();
  // 1: written, 2: the register had the value already
  if (status !== 1 && status !== 2) frame.warn(`register ${register} not written, status ${status}`);
}

function readAlert(frame: AdeunisFrame): void {
  if (frame.reader.uint8() === 1)
    frame.warn("uplinks and downlinks are forbidden: the device's energy budget is spent");
}
