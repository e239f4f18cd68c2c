import type { DeviceType } from "./device-type.ts";
import { milesightEm300Th } from "./milesight-em300-th/definition.ts";

/** Every device type we decode, one line each, in alphabetical order. Adding one: copy `_blueprint/`, then add its line here. */
export const catalogue: readonly DeviceType[] = [milesightEm300Th];
