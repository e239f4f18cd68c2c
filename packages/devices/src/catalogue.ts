import { adeunisComfort } from "./adeunis-comfort/definition.ts";
import { adeunisComfortCo2 } from "./adeunis-comfort-co2/definition.ts";
import { adeunisPulse } from "./adeunis-pulse/definition.ts";
import { adeunisTemp } from "./adeunis-temp/definition.ts";
import { adeunisTicLinkyMono } from "./adeunis-tic-linky-mono/definition.ts";
import { adeunisTicLinkyTri } from "./adeunis-tic-linky-tri/definition.ts";
import type { DeviceType } from "./device-type.ts";
import { elsysElt } from "./elsys-elt/definition.ts";
import { elsysEms } from "./elsys-ems/definition.ts";
import { elsysErs } from "./elsys-ers/definition.ts";
import { enlessTxPulse } from "./enless-tx-pulse/definition.ts";
import { milesightAm307 } from "./milesight-am307/definition.ts";
import { milesightAm308 } from "./milesight-am308/definition.ts";
import { milesightAm319 } from "./milesight-am319/definition.ts";
import { milesightCt101 } from "./milesight-ct101/definition.ts";
import { milesightEm300Mld } from "./milesight-em300-mld/definition.ts";
import { milesightEm300Sld } from "./milesight-em300-sld/definition.ts";
import { milesightEm300Th } from "./milesight-em300-th/definition.ts";
import { milesightWs202 } from "./milesight-ws202/definition.ts";
import { wattecoAtmo } from "./watteco-atmo/definition.ts";
import { wattecoClimo } from "./watteco-climo/definition.ts";
import { wattecoIntenso } from "./watteco-intenso/definition.ts";
import { wattecoSmartplug } from "./watteco-smartplug/definition.ts";
import { wattecoTriphaso } from "./watteco-triphaso/definition.ts";
import { wattecoVaqao } from "./watteco-vaqao/definition.ts";
import { wattecoVentilo } from "./watteco-ventilo/definition.ts";
import { yobiiqEm4301 } from "./yobiiq-em4301/definition.ts";

/** Every device type we decode, one line each, in alphabetical order. Adding one: copy `_blueprint/`, then add its line here. */
export const catalogue: readonly DeviceType[] = [
  adeunisComfort,
  adeunisComfortCo2,
  adeunisPulse,
  adeunisTemp,
  adeunisTicLinkyMono,
  adeunisTicLinkyTri,
  elsysElt,
  elsysEms,
  elsysErs,
  enlessTxPulse,
  milesightAm307,
  milesightAm308,
  milesightAm319,
  milesightCt101,
  milesightEm300Mld,
  milesightEm300Sld,
  milesightEm300Th,
  milesightWs202,
  wattecoAtmo,
  wattecoClimo,
  wattecoIntenso,
  wattecoSmartplug,
  wattecoTriphaso,
  wattecoVaqao,
  wattecoVentilo,
  yobiiqEm4301,
];
