import { createHash } from "node:crypto";
import type { DemonstratorBuilding } from "../demonstrator/demonstrator-plan.ts";
import { devAddrOf, devEuiOf } from "../demonstrator/dev-eui.ts";
import { demonstratorGateways, type GatewayPlan } from "../demonstrator/gateways.ts";
import { bell, seedOf } from "../model/noise.ts";
import type { SensorPlan } from "../sensors/sensor-plan.ts";

/** One MQTT message of ChirpStack v4, JSON. */
export interface ChirpstackMessage {
  readonly topic: string;
  readonly payload: string;
}

export interface Frame {
  readonly timeMs: number;
  readonly fCnt: number;
  readonly fPort: number;
  readonly bytes: Buffer;
}

const tenantId = "27000000-0000-4000-8000-000000000001";
const frequenciesHz = [868_100_000, 868_300_000, 868_500_000, 867_100_000, 867_300_000, 867_500_000];

/** Makes the events of one sensor, as ChirpStack v4.9 writes them; ids come from the content, so a repeat is the same event. */
export class SensorEvents {
  readonly #sensor: SensorPlan;
  readonly #building: DemonstratorBuilding;
  readonly #devEui: string;
  readonly #devAddr: string;
  readonly #seed: number;
  readonly #gateways: readonly GatewayPlan[];

  constructor(sensor: SensorPlan, building: DemonstratorBuilding) {
    this.#sensor = sensor;
    this.#building = building;
    this.#devEui = devEuiOf(sensor.key);
    this.#devAddr = devAddrOf(sensor.key);
    this.#seed = seedOf(0, sensor.key);
    this.#gateways = [...demonstratorGateways].sort((a, b) => distance(a, building) - distance(b, building));
  }

  uplink({ timeMs, fCnt, fPort, bytes }: Frame): ChirpstackMessage {
    const rssi = Math.round(-95 + 9 * bell(this.#seed, 1) + 3 * bell(this.#seed, fCnt, 2));
    const dr = rssi > -98 ? 5 : rssi > -108 ? 3 : 1;
    return this.#message("up", timeMs, {
      deduplicationId: this.#eventId("up", timeMs, fCnt),
      devAddr: this.#devAddr,
      adr: true,
      dr,
      fCnt,
      fPort,
      confirmed: false,
      data: bytes.toString("base64"),
      rxInfo: this.#heardBy(timeMs, fCnt, rssi),
      txInfo: {
        frequency: frequenciesHz[fCnt % frequenciesHz.length],
        modulation: { lora: { bandwidth: 125_000, spreadingFactor: 12 - dr, codeRate: "CR_4_5" } },
      },
      regionConfigId: "eu868",
    });
  }

  join(timeMs: number): ChirpstackMessage {
    const deduplicationId = this.#eventId("join", timeMs, 0);
    return this.#message("join", timeMs, { deduplicationId, devAddr: this.#devAddr, regionConfigId: "eu868" });
  }

  /** Follows an uplink and shares its deduplicationId, as in ChirpStack. */
  status({ timeMs, fCnt }: Frame, batteryPercent: number): ChirpstackMessage {
    return this.#message("status", timeMs, {
      deduplicationId: this.#eventId("up", timeMs, fCnt),
      margin: Math.round(14 + 4 * bell(this.#seed, 3)),
      externalPowerSource: false,
      batteryLevelUnavailable: false,
      batteryLevel: batteryPercent,
    });
  }

  #message(type: string, timeMs: number, body: Readonly<Record<string, unknown>>): ChirpstackMessage {
    const { owner, name } = this.#building;
    const applicationId = uuidOf("application", owner.code);
    return {
      topic: `application/${applicationId}/device/${this.#devEui}/event/${type}`,
      payload: JSON.stringify({
        time: new Date(timeMs).toISOString(),
        deviceInfo: {
          tenantId,
          tenantName: "Démonstrateur",
          applicationId,
          applicationName: owner.name,
          deviceProfileId: uuidOf("profile", this.#sensor.type),
          deviceProfileName: this.#sensor.type,
          deviceName: this.#sensor.name,
          devEui: this.#devEui,
          deviceClassEnabled: "CLASS_A",
          tags: { simulated: "true", building: name },
        },
        ...body,
      }),
    };
  }

  /** The nearest gateway always, the next one for two frames of three. */
  #heardBy(timeMs: number, fCnt: number, rssi: number): object[] {
    const count = fCnt % 3 === 0 ? 1 : 2;
    return this.#gateways.slice(0, count).map((gateway, index) => ({
      gatewayId: gateway.gatewayEui,
      uplinkId: seedOf(fCnt, gateway.gatewayEui) >>> 0,
      gwTime: new Date(timeMs).toISOString(),
      nsTime: new Date(timeMs + 60 + 20 * index).toISOString(),
      rssi: rssi - 11 * index,
      snr: Math.round(10 * (6 + 2 * bell(this.#seed, fCnt, 10 + index) - 5 * index)) / 10,
      channel: fCnt % frequenciesHz.length,
      location: { latitude: gateway.latitude, longitude: gateway.longitude },
      context: Buffer.from([0, 0, fCnt & 0xff, index]).toString("base64"),
      metadata: { region_config_id: "eu868", region_common_name: "EU868" },
      crcStatus: "CRC_OK",
    }));
  }

  #eventId(type: string, timeMs: number, fCnt: number): string {
    return uuidOf(type, `${this.#devEui}/${timeMs}/${fCnt}`);
  }
}

function distance(gateway: GatewayPlan, building: DemonstratorBuilding): number {
  return Math.hypot(gateway.latitude - building.latitude, (gateway.longitude - building.longitude) * 0.65);
}

/** A uuid (version 8, RFC 9562) named by its content. */
function uuidOf(kind: string, name: string): string {
  const bytes = createHash("sha256").update(`${kind} ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
