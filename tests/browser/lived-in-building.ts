import { newDevEui, type Uplink, uplink } from "../acceptance/chirpstack/event.ts";
import type { Named } from "../acceptance/clients/answers.ts";
import type { Api } from "../acceptance/clients/api.ts";
import type { Publisher } from "../acceptance/clients/publisher.ts";
import { createBuilding, declareDevice, pointOf } from "../acceptance/fixtures/building.ts";
import { PulseMeter } from "../acceptance/fixtures/pulse-meter.ts";

const hourMs = 3_600_000;
const historyHours = 15 * 24;

/** A school with a meter and a room sensor, and two weeks of their history. */
export class LivedInBuilding {
  readonly id: string;
  readonly name: string;
  readonly temperaturePoint: string;
  readonly #meter: PulseMeter;
  readonly #roomDevEui: string;
  #pulses: number;

  private constructor(
    building: Named,
    meter: PulseMeter,
    room: { devEui: string; temperature: string },
    pulses: number,
  ) {
    this.id = building.id;
    this.name = building.name;
    this.#meter = meter;
    this.#roomDevEui = room.devEui;
    this.temperaturePoint = room.temperature;
    this.#pulses = pulses;
  }

  static async furnish(api: Api, publisher: Publisher): Promise<LivedInBuilding> {
    const building = await createBuilding(api, `École Jean Moulin ${newDevEui().slice(0, 4)}`);
    const zone = await api.post<Named>("/zones", { building: building.id, name: "Salle 12" });
    const meter = await PulseMeter.install(api, building.id);
    const devEui = newDevEui();
    const room = await declareDevice(api, {
      building: building.id,
      devEui,
      deviceType: "milesight-am307",
      zone: zone.id,
      name: "Salle 12 · ambiance",
    });
    const lastHour = Math.floor(Date.now() / hourMs) * hourMs;
    const uplinks: Uplink[] = [];
    let pulses = 40_000;
    for (let hoursAgo = historyHours; hoursAgo >= 0; hoursAgo--) {
      const time = new Date(lastHour - hoursAgo * hourMs);
      pulses += isOpen(time) ? 120 : 24;
      const warmth = isOpen(time) ? 1 : 0;
      uplinks.push(meter.reads(time, pulses), roomUplink(devEui, time, 17.5 + 2 * warmth, 440 + 400 * warmth));
    }
    await publisher.sendEvents(uplinks);
    return new LivedInBuilding(building, meter, { devEui, temperature: pointOf(room, "temperature") }, pulses);
  }

  /** The meter, `pulses` on, and the room, as they are at this moment. */
  now(pulses: number, temperatureC: number): Uplink[] {
    this.#pulses += pulses;
    const time = new Date();
    return [this.#meter.reads(time, this.#pulses), roomUplink(this.#roomDevEui, time, temperatureC, 612)];
  }
}

function isOpen(time: Date): boolean {
  const hour = time.getUTCHours();
  return hour >= 7 && hour < 17 && time.getUTCDay() % 6 !== 0;
}

/** Milesight AM307: temperature in tenths of °C (03 67), humidity in halves of a percent (04 68), CO2 in ppm (07 7d). */
function roomUplink(devEui: string, time: Date, temperatureC: number, co2Ppm: number): Uplink {
  const data = Buffer.from([0x03, 0x67, 0, 0, 0x04, 0x68, 90, 0x07, 0x7d, 0, 0]);
  data.writeInt16LE(Math.round(temperatureC * 10), 2);
  data.writeUInt16LE(co2Ppm, 9);
  return uplink({ devEui, time, fPort: 85, data });
}
