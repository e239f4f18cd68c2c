import { DecodeError } from "./decode-error.ts";
import type { DecodeResult, DeviceType, UplinkPayload } from "./device-type.ts";

/**
 * Decodes one uplink with its device type: the one way by which others call a decoder.
 * Throws DecodeError when the payload does not follow the specification, and when a decoder
 * returns a name that its definition does not declare or a value that is no finite number.
 */
export function decodeUplink(type: DeviceType, uplink: UplinkPayload): DecodeResult {
  const result = type.decode(uplink);
  for (const { name, value } of result.measurements) {
    if (!Object.hasOwn(type.measurements, name)) {
      throw new DecodeError(`${type.id} returned "${name}", which it does not declare`);
    }
    if (!Number.isFinite(value)) throw new DecodeError(`${type.id} returned ${value} for "${name}"`);
  }
  return result;
}
