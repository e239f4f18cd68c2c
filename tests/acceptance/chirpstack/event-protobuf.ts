import {
  applicationId,
  type CodecObject,
  deviceProfileId,
  type Event,
  type LocationUpdate,
  type Log,
  nanosecondsBelowMillisecond,
  type RxInfo,
  type Status,
  type TxAck,
  tenantId,
  type Uplink,
} from "./event.ts";
import { ProtobufWriter } from "./protobuf-writer.ts";

/** The event as ChirpStack writes it with `json = false`. Field numbers: integration.proto, gw.proto, common.proto. */
export function toProtobuf(event: Event): Buffer {
  switch (event.type) {
    case "log":
      return logMessage(event).finish();
    case "txack":
      return txAckMessage(event).finish();
    case "up":
      return uplinkMessage(event).finish();
    case "join":
      return head(event).text(4, event.devAddr).text(7, "eu868").finish();
    case "status":
      return statusMessage(event).finish();
    case "ack":
      return head(event).text(4, event.queueItemId).number(5, event.acknowledged).number(6, event.fCntDown).finish();
    case "location":
      return head(event).message(4, location(event.location)).finish();
  }
}

function head(event: Exclude<Event, Log | TxAck>): ProtobufWriter {
  return new ProtobufWriter()
    .text(1, event.deduplicationId)
    .message(2, timestamp(event.time))
    .message(3, deviceInfo(event));
}

function uplinkMessage(event: Uplink): ProtobufWriter {
  const writer = head(event)
    .text(4, event.devAddr)
    .number(6, event.dr)
    .number(7, event.fCnt)
    .number(8, event.fPort)
    .bytes(10, event.data);
  if (event.object !== undefined) writer.message(11, struct(event.object));
  for (const heard of event.rxInfo) writer.message(12, rxInfo(heard));
  return writer.text(16, "eu868");
}

function statusMessage(event: Status): ProtobufWriter {
  return head(event)
    .number(5, event.margin)
    .number(6, event.externalPowerSource)
    .number(7, event.batteryLevelUnavailable)
    .float(8, event.batteryLevel);
}

const logLevels = { INFO: 0, WARNING: 1, ERROR: 2 };
const logCodes = { UPLINK_CODEC: 2, OTAA: 4, UPLINK_F_CNT_RESET: 5 };

function logMessage(event: Log): ProtobufWriter {
  return new ProtobufWriter()
    .message(1, timestamp(event.time))
    .message(2, deviceInfo(event))
    .number(3, logLevels[event.level])
    .number(4, logCodes[event.code])
    .text(5, event.description)
    .textMap(6, event.context);
}

function txAckMessage(event: TxAck): ProtobufWriter {
  return new ProtobufWriter()
    .number(1, event.downlinkId)
    .message(2, timestamp(event.time))
    .message(3, deviceInfo(event))
    .text(4, event.queueItemId)
    .number(5, event.fCntDown)
    .text(6, event.gatewayId);
}

function timestamp(time: Date): ProtobufWriter {
  const ms = time.getTime();
  const seconds = Math.floor(ms / 1000);
  return new ProtobufWriter().number(1, seconds).number(2, (ms - seconds * 1000) * 1e6 + nanosecondsBelowMillisecond);
}

function deviceInfo({ devEui, deviceName = "Sonde" }: Event): ProtobufWriter {
  return new ProtobufWriter()
    .text(1, tenantId)
    .text(2, "Département de l'Eure")
    .text(3, applicationId)
    .text(4, "Bâtiments")
    .text(5, deviceProfileId)
    .text(6, "EU868 OTAA")
    .text(7, deviceName)
    .text(8, devEui)
    .textMap(9, { lot: "2026-1" });
}

function rxInfo({ gatewayId, uplinkId, rssi, snr }: RxInfo): ProtobufWriter {
  return new ProtobufWriter().text(1, gatewayId).number(2, uplinkId).number(6, rssi).float(7, snr);
}

function location({ latitude, longitude, source }: LocationUpdate["location"]): ProtobufWriter {
  return new ProtobufWriter()
    .double(1, latitude)
    .double(2, longitude)
    .number(4, source === "GPS" ? 1 : 2);
}

/** google.protobuf.Struct: a map of Values. */
function struct(object: CodecObject): ProtobufWriter {
  const writer = new ProtobufWriter();
  for (const [key, value] of Object.entries(object)) {
    const member = new ProtobufWriter();
    if (typeof value === "number") member.double(2, value);
    else member.text(3, value);
    writer.message(1, new ProtobufWriter().text(1, key).message(2, member));
  }
  return writer;
}
