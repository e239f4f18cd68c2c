import type { DeviceList } from "@gtb/contracts/devices";
import type { z } from "zod";
import { instant, number, text, word } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";
import { deviceStateWords } from "../../tables/words.ts";

export const devicesTable = table(
  {
    title: { fr: "Capteurs", en: "Devices" },
    rows: ({ items }: z.output<typeof DeviceList>) => items,
  },
  [
    text("Nom", "Name", ({ name }) => name),
    text("DevEUI", "DevEUI", ({ devEui }) => devEui),
    text("Modèle", "Model", ({ deviceType }) => deviceType),
    text("Collectivité", "Organisation", ({ organisation }) => organisation.name),
    text("Bâtiment", "Building", ({ building }) => building?.name),
    word("État", "State", deviceStateWords, ({ state }) => state),
    instant("Dernier message", "Last message", ({ lastUplinkAt }) => lastUplinkAt),
    number("Batterie", "Battery", ({ batteryPercent }) => batteryPercent, { unit: "%", decimals: 0 }),
    number("RSSI", "RSSI", ({ rssiDbm }) => rssiDbm, { unit: "dBm", decimals: 0 }),
    number("SNR", "SNR", ({ snrDb }) => snrDb, { unit: "dB", decimals: 1 }),
  ],
);
