import { catalogue } from "@gtb/devices/catalogue";
import { print } from "../print.ts";

/** `gtb device-types`: the catalogue. */
export function listDeviceTypes({ json }: { readonly json: boolean }): void {
  print(json, {
    rows: catalogue.map(({ decode: _, ...facts }) => facts),
    columns: {
      Identifiant: ({ id }) => id,
      Fabricant: ({ vendor }) => vendor,
      Modèles: ({ models }) => models.join("\n"),
      "Période (min)": ({ lorawan }) => String(lorawan.reportEveryMinutes),
      Mesures: ({ measurements }) => String(Object.keys(measurements).length),
    },
  });
}
