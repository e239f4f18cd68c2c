import type { DetailedBuilding, MeasuredPoint } from "../../api/buildings.ts";

export const climateQuantities = ["temperature", "co2-concentration", "relative-humidity"] as const;
export type ClimateQuantity = (typeof climateQuantities)[number];

/** One colour a room on both charts; rooms beyond the eighth begin again. */
const roomColours = ["#2f6690", "#c8702a", "#3d8b5f", "#8c5a9e", "#b0413e", "#2a8fa8", "#7b7f2e", "#8a6248"] as const;

export interface ClimateZone {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly points: readonly MeasuredPoint[];
}

/**
 * Rooms whose air is measured. A zone with a temperature alone, such as a boiler's flow, is left out: its 60 °C would
 * flatten every room.
 */
export function climateZones(building: DetailedBuilding): ClimateZone[] {
  const rooms = building.zones.flatMap(({ id, name }) => {
    const points = building.points.filter(
      (point) => point.zone?.id === id && point.kind === "gauge" && isClimate(point.quantity),
    );
    return points.some(({ quantity }) => quantity !== "temperature") ? [{ id, name, points }] : [];
  });
  return rooms.map((room, index) => ({ ...room, colour: roomColours[index % roomColours.length] ?? roomColours[0] }));
}

function isClimate(quantity: string): quantity is ClimateQuantity {
  return (climateQuantities as readonly string[]).includes(quantity);
}
