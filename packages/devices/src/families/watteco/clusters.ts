import type { ZclAttribute, ZclField } from "./zcl-attribute.ts";

/** The clusters of Watteco's devices. Each function takes the names that a device gives to what the cluster reports. */
type Name = ZclField["name"];

function number(cluster: number, attribute: number, field: ZclField): ZclAttribute {
  return { cluster, attribute, layout: "number", fields: [field] };
}

export const onOff = (name: Name) => number(0x0006, 0x0000, { name, type: "bool" });
export const analogInput = (name: Name) => number(0x000c, 0x0055, { name, type: "float32" });
export const binaryInput = (name: Name) => number(0x000f, 0x0055, { name, type: "bool" });
export const binaryInputCount = (name: Name) => number(0x000f, 0x0402, { name, type: "uint32" });
/** °C: the last value, then the least and the greatest since the device was started (`…Min`, `…Max`). */
export const temperature = (name: string) => withExtremes(0x0402, name, { type: "int16", divisor: 100 });
/** %, with its extremes as above. */
export const humidity = (name: string) => withExtremes(0x0405, name, { type: "uint16", divisor: 100 });
/** hPa, with its extremes as above. */
export const pressure = (name: string) => withExtremes(0x0403, name, { type: "int16" });
/** lx */
export const illuminance = (name: Name) => number(0x0400, 0x0000, { name, type: "uint16" });
export const occupancy = (name: Name) => number(0x0406, 0x0000, { name, type: "bool" });
/** Pa: the last value, then the mean, the least and the greatest since the last report (`…Mean`, `…Min`, `…Max`). */
export function differentialPressure(name: string): ZclAttribute[] {
  const suffixes = [
    [0x0000, ""],
    [0x0100, "Mean"],
    [0x0101, "Min"],
    [0x0102, "Max"],
  ] as const;
  return suffixes.map(([attribute, suffix]) => number(0x8008, attribute, { name: `${name}${suffix}`, type: "int16" }));
}
/** ppm, or an index of air quality: each endpoint has its own unit. */
export const concentration = (name: Name) => number(0x800c, 0x0000, { name, type: "uint16" });

function withExtremes(cluster: number, name: string, field: Omit<ZclField, "name">): ZclAttribute[] {
  return ["", "Min", "Max"].map((suffix, attribute) => {
    return number(cluster, attribute, { ...field, name: `${name}${suffix}` });
  });
}

/** V; the sources that a device does not have are absent from its report. */
export function nodePower(): ZclAttribute {
  const names = ["supplyVoltage", "rechargeableBatteryVoltage", "batteryVoltage", "solarVoltage", "ticVoltage"];
  const fields = names.map((name): ZclField => ({ name, type: "uint16", divisor: 1000 }));
  return { cluster: 0x0050, attribute: 0x0006, layout: "power-sources", fields };
}

/** Simple metering: energies in W.h and var.h, powers in W and var, number of samples behind the powers. */
export function simpleMetering(): ZclAttribute {
  const fields: ZclField[] = [
    { name: "activeEnergy", type: "int24" },
    { name: "reactiveEnergy", type: "int24" },
    { name: "sampleCount", type: "uint16" },
    { name: "activePower", type: "int16" },
    { name: "reactivePower", type: "int16" },
  ];
  return { cluster: 0x0052, attribute: 0x0000, layout: "fields", fields };
}

/** Frequencies in Hz (sent as the difference from 22.232 Hz), voltages in V, numbers of surges, sags and brownouts. */
export function powerQuality(): ZclAttribute {
  const frequency = ["frequency", "frequencyMin", "frequencyMax"];
  const voltage = ["voltage", "voltageMin", "voltageMax", "peakVoltage", "peakVoltageMin", "peakVoltageMax"];
  const fields: ZclField[] = [
    ...frequency.map((name): ZclField => ({ name, type: "int16", offset: 22232, divisor: 1000 })),
    ...voltage.map((name): ZclField => ({ name, type: "int16", divisor: 10 })),
    { name: "surgeCount", type: "int16" },
    { name: "sagCount", type: "int16" },
    { name: "brownoutCount", type: "int16", isOptional: true },
  ];
  return { cluster: 0x8052, attribute: 0x0000, layout: "fields", fields };
}

/** Energies (W.h, var.h) and powers (W, var) of the endpoint's phase, what is drawn and what is given back apart. */
export function energyAndPower(suffixes: readonly string[]): ZclAttribute {
  const energies = ["positiveActiveEnergy", "negativeActiveEnergy", "positiveReactiveEnergy", "negativeReactiveEnergy"];
  const powers = ["positiveActivePower", "negativeActivePower", "positiveReactivePower", "negativeReactivePower"];
  const fields: ZclField[] = [
    ...energies.map((stem): ZclField => ({ name: named(stem, suffixes), type: "uint32" })),
    ...powers.map((stem): ZclField => ({ name: named(stem, suffixes), type: "int32" })),
  ];
  return { cluster: 0x800a, attribute: 0x0000, layout: "fields", fields };
}

/** Voltage (V), current (A) and angle between them (°) of the endpoint's phase. */
export function voltageAndCurrent(suffixes: readonly string[]): ZclAttribute {
  const fields: ZclField[] = [
    { name: named("voltage", suffixes), type: "int16", divisor: 10 },
    { name: named("current", suffixes), type: "int16", divisor: 10 },
    { name: named("phaseAngle", suffixes), type: "int16" },
  ];
  return { cluster: 0x800b, attribute: 0x0000, layout: "fields", fields };
}

/** The same for several phases in one frame. */
export function voltagesAndCurrents(suffixes: readonly string[]): ZclAttribute {
  const fields = suffixes.flatMap((suffix): ZclField[] => [
    { name: `voltage${suffix}`, type: "int16", divisor: 10 },
    { name: `current${suffix}`, type: "int16", divisor: 10 },
    { name: `phaseAngle${suffix}`, type: "int16" },
  ]);
  return { cluster: 0x800d, attribute: 0x0000, layout: "fields", fields };
}

/** Signed sums of energies (W.h, var.h), and powers (W, var), of several phases and their total. */
export function energiesAndPowers(suffixes: readonly string[]): ZclAttribute[] {
  const pairs = (active: string, reactive: string) =>
    suffixes.flatMap((suffix): ZclField[] => [
      { name: `${active}${suffix}`, type: "int32" },
      { name: `${reactive}${suffix}`, type: "int32" },
    ]);
  const common = { cluster: 0x8010, layout: "fields" } as const;
  return [
    { ...common, attribute: 0x0000, fields: pairs("activeEnergy", "reactiveEnergy") },
    { ...common, attribute: 0x0001, fields: pairs("activePower", "reactivePower") },
  ];
}

function named(stem: string, suffixes: readonly string[]): string[] {
  return suffixes.map((suffix) => `${stem}${suffix}`);
}
