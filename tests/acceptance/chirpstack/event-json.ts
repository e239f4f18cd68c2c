import { applicationId, deviceProfileId, type Event, nanosecondsBelowMillisecond, tenantId } from "./event.ts";

/** The event as ChirpStack writes it with `json = true`: zero values left out, bytes in base64, times with nanoseconds. */
export function toJson(event: Event): Buffer {
  return Buffer.from(JSON.stringify(jsonFields(event)));
}

/** For tests that break an event before they send it. */
export function jsonFields(event: Event): Record<string, unknown> {
  const { type, devEui, time, deviceName = "Sonde", ...own } = event;
  return {
    ...withoutZeros(own),
    time: `${time.toISOString().slice(0, -1)}${String(nanosecondsBelowMillisecond).padStart(6, "0")}+00:00`,
    deviceInfo: {
      tenantId,
      tenantName: "Département de l'Eure",
      applicationId,
      applicationName: "Bâtiments",
      deviceProfileId,
      deviceProfileName: "EU868 OTAA",
      deviceName,
      devEui,
      deviceClassEnabled: "CLASS_A",
      tags: { lot: "2026-1" },
    },
    ...(type === "up" ? { data: Buffer.from(event.data).toString("base64"), regionConfigId: "eu868" } : {}),
  };
}

function withoutZeros(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== 0 && value !== false && value !== ""),
  );
}
