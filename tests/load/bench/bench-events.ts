import { randomUUID } from "node:crypto";
import { benchDevices } from "./bench-world.ts";

export interface BenchMessage {
  readonly topic: string;
  readonly payload: Buffer;
}

const tenMinutesMs = 600_000;

/** The n-th uplink of the bench: about 900 bytes, as ChirpStack publishes them; devices take turns, each every ten minutes. */
export function benchMessage(index: number, startMs: number): BenchMessage {
  const device = benchDevices[index % benchDevices.length];
  if (device === undefined) throw new RangeError("no devices");
  const time = new Date(
    startMs + Math.floor(index / benchDevices.length) * tenMinutesMs + (index % benchDevices.length),
  ).toISOString();
  const event = {
    deduplicationId: randomUUID(),
    time,
    deviceInfo: {
      tenantId: "52f14cd4-c6f1-4fbd-8f87-4025e1d49242",
      tenantName: "Agence",
      applicationId: "ca739e26-7b67-4f14-b69e-d568c22a5a75",
      applicationName: "Capteurs",
      deviceProfileId: "605d08d4-65f5-4d2c-8a5a-3d2457662f79",
      deviceProfileName: device.type,
      deviceName: `Salle ${index % benchDevices.length}`,
      devEui: device.devEui,
      tags: { site: "mairie" },
    },
    devAddr: "00189440",
    adr: true,
    dr: 5,
    fCnt: Math.floor(index / benchDevices.length),
    fPort: 85,
    confirmed: false,
    data: device.data,
    ...radioOf(time),
    regionConfigId: "eu868",
  };
  return {
    topic: `application/ca739e26-7b67-4f14-b69e-d568c22a5a75/device/${device.devEui}/event/up`,
    payload: Buffer.from(JSON.stringify(event)),
  };
}

/** One gateway that heard it. */
function radioOf(time: string): object {
  return {
    rxInfo: [
      {
        gatewayId: "0016c001f153a14c",
        uplinkId: 4217106255,
        gwTime: time,
        rssi: -57,
        snr: 10.5,
        channel: 2,
        location: { latitude: 49.02, longitude: 1.15 },
        context: "MjgwMTY=",
        crcStatus: "CRC_OK",
      },
    ],
    txInfo: {
      frequency: 868300000,
      modulation: { lora: { bandwidth: 125000, spreadingFactor: 7, codeRate: "CR_4_5" } },
    },
  };
}
