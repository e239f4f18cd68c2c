import type { AirName, FlowName } from "../model/building-plan.ts";
import type { SimulatedType } from "../sensors/sensor-frames.ts";
import type { MeterExchange, MeterPlan, SensorPlan } from "../sensors/sensor-plan.ts";

const airPointNames: Readonly<Record<AirName, string>> = {
  temperature: "Température",
  humidity: "Humidité",
  co2: "CO2",
  presence: "Présence",
};

/** Measurements of the room sensors, by what they see of the air. */
const airMeasurements = {
  "milesight-am307": { temperature: "temperature", humidity: "humidity", co2: "co2", presence: "pir" },
  "milesight-am319": { temperature: "temperature", humidity: "humidity", co2: "co2", presence: "pir" },
  "elsys-ers": { temperature: "temperature", humidity: "humidity", co2: "co2", presence: "motion" },
  "adeunis-comfort-co2": { temperature: "temperature", humidity: "humidity", co2: "co2" },
  "milesight-em300-th": { temperature: "temperature", humidity: "humidity" },
  "milesight-ws202": { presence: "pir" },
} as const satisfies Partial<Record<SimulatedType, Partial<Record<AirName, string>>>>;
export type AirSensorType = keyof typeof airMeasurements;

/** A sensor on a room's wall. */
export function airSensor(building: string, room: { key: string; name: string }, type: AirSensorType): SensorPlan {
  const names = Object.entries(airMeasurements[type]) as [AirName, string][];
  return {
    key: `${building}/${room.key}/${type}`,
    type,
    name: `${room.name} — ambiance`,
    room: room.key,
    everyMinutes: type === "milesight-ws202" ? 60 : 10,
    readings: Object.fromEntries(
      names.map(([air, measurement]) => [
        measurement,
        { source: { of: "air", room: room.key, name: air }, pointName: `${room.name} — ${airPointNames[air]}` },
      ]),
    ),
  };
}

/** A probe on the north wall. */
export function outdoorSensor(building: string): SensorPlan {
  return {
    key: `${building}/outdoor`,
    type: "adeunis-temp",
    name: "Façade nord — température",
    everyMinutes: 10,
    readings: { temperature1: { source: { of: "outdoor" }, pointName: "Température extérieure" } },
  };
}

/** A leak detector on the floor of the plant room; it stays dry. */
export function leakSensor(building: string): SensorPlan {
  return {
    key: `${building}/leak`,
    type: "milesight-em300-mld",
    name: "Local technique — fuite",
    everyMinutes: 360,
    readings: { leak: { source: { of: "constant", value: 0 }, pointName: "Local technique — fuite d'eau" } },
  };
}

/** A current clamp on one circuit of three phases. */
export function clampSensor(building: string, name: string, flow: FlowName): SensorPlan {
  return {
    key: `${building}/${flow}/clamp`,
    type: "milesight-ct101",
    name: `${name} — pince`,
    everyMinutes: 10,
    readings: { current: { source: { of: "power", flow, perKw: 1000 / 690 }, pointName: `${name} — courant` } },
  };
}

export interface MeterChoice {
  readonly building: string;
  readonly key: string;
  readonly name: string;
  readonly energy: MeterPlan["energy"];
  readonly flow: FlowName;
  readonly parent?: string;
  readonly deliveryNumber?: string;
  readonly maxPerHour: number;
  /** Count at the simulation's start, in the last digits of the index. */
  readonly firstCount?: number;
  /** Where the index has fewer digits than its transmitter could send. */
  readonly wrapsAt?: number;
  readonly exchange?: MeterExchange;
}

interface MeterReading {
  readonly type: SimulatedType;
  readonly measurement: string;
  readonly countsPerUnit: number;
  readonly wrapsAt: number;
  /** Measurement of the power now, and its unit for each kW. */
  readonly power?: readonly [measurement: string, perKw: number, pointName: string];
}

const electricityReadings = {
  linky: {
    type: "adeunis-tic-linky-tri",
    measurement: "activeEnergyBase",
    countsPerUnit: 1000,
    wrapsAt: 1_000_000_000,
    // The apparent power at the power factor that such buildings have.
    power: ["apparentPower", 1000 / 0.95, "puissance apparente"],
  },
  main: {
    type: "watteco-triphaso",
    measurement: "positiveActiveEnergyABC",
    countsPerUnit: 1000,
    wrapsAt: 2 ** 32,
    power: ["positiveActivePowerABC", 1000, "puissance"],
  },
  sub: {
    type: "yobiiq-em4301",
    measurement: "activeEnergyImportTariff1",
    countsPerUnit: 1000,
    wrapsAt: 2 ** 32,
    power: ["activePowerTotal", 1000, "puissance"],
  },
} as const satisfies Record<string, MeterReading>;

const pulseReadings = {
  gas: { type: "adeunis-pulse", measurement: "counterA", countsPerUnit: 100, wrapsAt: 2 ** 32 },
  water: { type: "enless-tx-pulse", measurement: "pulsesInput1", countsPerUnit: 100, wrapsAt: 2 ** 32 },
} as const satisfies Record<string, MeterReading>;

export interface MeteredSensor {
  readonly sensor: SensorPlan;
  readonly meter: MeterPlan;
}

/** A Linky, whose customer output can tell up to 36 kVA. */
export function linkyMeter(choice: MeterChoice): MeteredSensor {
  return meterWith(choice, electricityReadings.linky);
}

/** The meter of a supply above 36 kVA. */
export function mainMeter(choice: MeterChoice): MeteredSensor {
  return meterWith(choice, electricityReadings.main);
}

export function subMeter(choice: MeterChoice): MeteredSensor {
  return meterWith(choice, electricityReadings.sub);
}

/** Gas or water: a pulse for each 10 litres. */
export function pulseMeter(choice: MeterChoice & { readonly energy: "gas" | "water" }): MeteredSensor {
  return meterWith(choice, pulseReadings[choice.energy]);
}

function meterWith(choice: MeterChoice, reading: MeterReading): MeteredSensor {
  const { building, key, name, energy, flow, parent, deliveryNumber, maxPerHour, firstCount = 0, exchange } = choice;
  const { type, measurement, countsPerUnit, power } = reading;
  const { wrapsAt = reading.wrapsAt } = choice;
  const sensorKey = `${building}/${key}`;
  const index = {
    source: { of: "register", flow, countsPerUnit, firstCount, wrapsAt, ...(exchange && { exchange }) },
    pointName: `${name} — index`,
  } as const;
  return {
    sensor: {
      key: sensorKey,
      type,
      name,
      everyMinutes: 10,
      readings: {
        [measurement]: index,
        ...(power && {
          [power[0]]: { source: { of: "power", flow, perKw: power[1] }, pointName: `${name} — ${power[2]}` },
        }),
      },
    },
    meter: {
      key,
      name,
      energy,
      flow,
      ...(parent !== undefined && { parent }),
      ...(deliveryNumber !== undefined && { deliveryNumber }),
      sensorKey,
      measurement,
      unitPerCount: 1 / countsPerUnit,
      wrapsAt,
      maxPerHour,
    },
  };
}
