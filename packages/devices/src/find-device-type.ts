import { catalogue } from "./catalogue.ts";
import type { DeviceType } from "./device-type.ts";

const byName = namesOf(catalogue);

/**
 * The device type called `name`: its id ("milesight-em300-th"), a model ("EM300-TH") or vendor and model
 * ("Milesight-IoT EM300-TH", "milesight/em300-th"), whatever the case and the punctuation. Undefined when unknown.
 */
export function findDeviceType(name: string): DeviceType | undefined {
  return byName.get(key(name));
}

function namesOf(types: readonly DeviceType[]): ReadonlyMap<string, DeviceType> {
  const names = new Map<string, DeviceType>();
  // ids last: where a model of one type reads like the id of another, the id wins
  for (const type of types) {
    for (const model of type.models) {
      names.set(key(model), type);
      names.set(key(`${type.vendor}-${model}`), type);
    }
  }
  for (const type of types) names.set(key(type.id), type);
  return names;
}

/** Letters and digits only: "Milesight-IoT EM300-TH" and "milesight/em300-th" are the same name. */
function key(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return plain.replace(/^milesightiot/, "milesight").replace(/^enlesswireless/, "enless");
}
