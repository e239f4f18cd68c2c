import { DecodeError } from "../../decode-error.ts";
import type { DecodeResult, UplinkPayload } from "../../device-type.ts";
import { decodeBatchReport } from "./batch-report.ts";
import type { BatchTable } from "./batch-table.ts";
import type { ZclAttribute } from "./zcl-attribute.ts";
import { decodeZclFrame, ZclAttributes } from "./zcl-report.ts";

const applicationPort = 125;

/**
 * The decoder of a Watteco device: what it reports in frames, and the table of its batch reports where it sends such.
 * The first bit of the first byte tells the two apart. Sources: support.watteco.com (application layer, batch report).
 */
export function wattecoFrames(device: {
  readonly attributes: readonly ZclAttribute[];
  readonly batch?: BatchTable;
}): (uplink: UplinkPayload) => DecodeResult {
  const attributes = new ZclAttributes(device.attributes);
  return (uplink) => {
    const { fPort, bytes, time } = uplink;
    if (fPort !== applicationPort) throw new DecodeError(`port ${fPort}: Watteco's frames come on port 125`);
    if ((bytes[0] ?? 1) & 1) return decodeZclFrame(uplink, attributes);
    if (!device.batch) throw new DecodeError("batch report from a device that has no published table of batch tags");
    return { measurements: decodeBatchReport(bytes, time, device.batch), warnings: [] };
  };
}
