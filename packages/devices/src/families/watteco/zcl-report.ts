import { ByteReader } from "../../byte-reader.ts";
import { DecodeError } from "../../decode-error.ts";
import type { DecodedMeasurement, DecodeResult, UplinkPayload } from "../../device-type.ts";
import { readReportCauses } from "./report-causes.ts";
import { nameAt, type ZclAttribute, type ZclField } from "./zcl-attribute.ts";
import { readField } from "./zcl-number.ts";

const readResponse = 0x01;
const configureResponse = 0x07;
const configurationReport = 0x09;
const report = 0x0a;
const alarmReport = 0x8a;

/** Basic, configuration and LoRaWAN: what they report describes the device, and is no measurement. */
const descriptiveClusters: readonly number[] = [0x0000, 0x0050, 0x8004];

/** A device's attributes by cluster and attribute number, made once. */
export class ZclAttributes {
  readonly #byKey: ReadonlyMap<number, ZclAttribute>;
  readonly #clusters: ReadonlySet<number>;

  constructor(attributes: readonly ZclAttribute[]) {
    this.#byKey = new Map(attributes.map((entry) => [entry.cluster * 0x10000 + entry.attribute, entry]));
    this.#clusters = new Set([...descriptiveClusters, ...attributes.map(({ cluster }) => cluster)]);
  }

  find(cluster: number, attribute: number): ZclAttribute | undefined {
    return this.#byKey.get(cluster * 0x10000 + attribute);
  }

  hasCluster(cluster: number): boolean {
    return this.#clusters.has(cluster);
  }
}

/** Decodes a frame of Watteco's variant of the Zigbee Cluster Library. Throws DecodeError. */
export function decodeZclFrame({ bytes, time }: UplinkPayload, attributes: ZclAttributes): DecodeResult {
  const reader = new ByteReader(bytes);
  const control = reader.uint8();
  const endpoint = (control >> 5) | ((control & 0x06) << 2);
  const command = reader.uint8();
  const cluster = reader.uint16BE();
  if (!attributes.hasCluster(cluster)) throw new DecodeError(`cluster ${hex(cluster)} is none of this device's`);
  if (command === configureResponse || command === configurationReport) {
    reader.skip(4);
    return { measurements: [], warnings: [] };
  }
  if (command !== report && command !== alarmReport && command !== readResponse) {
    throw new DecodeError(`command ${hex(command)} is not one that a device sends`);
  }
  const attributeId = reader.uint16BE();
  const status = command === readResponse ? reader.uint8() : 0;
  if (status !== 0) {
    const warning = `attribute ${hex(attributeId)} of cluster ${hex(cluster)} refused with status ${hex(status)}`;
    return { measurements: [], warnings: [warning] };
  }
  reader.skip(1); // the value's type: given by the attribute
  const attribute = attributes.find(cluster, attributeId);
  if (!attribute) return { measurements: [], warnings: [] };
  const measurements = readAttribute(reader, attribute, endpoint, time);
  const warnings = command === alarmReport ? ["alarm report"] : [];
  if (command !== readResponse) warnings.push(...readReportCauses(reader, attribute, endpoint));
  return { measurements, warnings };
}

function readAttribute(reader: ByteReader, attribute: ZclAttribute, endpoint: number, time: Date) {
  const measurements: DecodedMeasurement[] = [];
  const length = attribute.layout === "number" ? undefined : reader.uint8();
  const end = length === undefined ? undefined : reader.offset + length;
  for (const field of presentFields(reader, attribute)) {
    if (field.isOptional && reader.offset === end) break;
    const name = nameAt(field, endpoint);
    if (name === undefined) throw new DecodeError(`endpoint ${endpoint} has no cluster ${hex(attribute.cluster)}`);
    measurements.push({ name, value: readField(reader, field), time });
  }
  if (end !== undefined) skipTo(reader, end);
  return measurements;
}

function presentFields(reader: ByteReader, { layout, fields }: ZclAttribute): readonly ZclField[] {
  if (layout !== "power-sources") return fields;
  reader.skip(1); // power modes
  const present = reader.uint8();
  return fields.filter((_, source) => present & (1 << source));
}

/** What a byte string holds beyond the fields we know is passed over; one shorter than them is an error. */
function skipTo(reader: ByteReader, end: number): void {
  if (reader.offset > end) throw new DecodeError(`byte string ends at byte ${end}, inside its last field`);
  reader.skip(end - reader.offset);
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(2, "0")}`;
}
