import type { ImportClient } from "./import-client.ts";

export interface CurveMeter {
  /** uuid */
  readonly organisation: string;
  /** uuid of its interval register */
  readonly register: string;
  /** 14 digits */
  readonly prm: string;
}

interface Building {
  readonly id: string;
  readonly organisation: { readonly id: string };
}

/** New meters of the first building, each at a delivery point and with a curve that is not counted beside anything else. */
export async function declareMeters(client: ImportClient, count: number): Promise<CurveMeter[]> {
  const { items } = await client.get<{ items: Building[] }>("/buildings?limit=1");
  const [building] = items;
  if (building === undefined) throw new Error("the platform has no building");
  const stamp = Date.now();
  const meters: CurveMeter[] = [];
  for (let number = 0; number < count; number++) {
    const prm = String(stamp * 10 + number)
      .padStart(14, "9")
      .slice(-14);
    const { id: meter } = await client.post<{ id: string }>("/meters", {
      building: building.id,
      name: `Charge ${stamp} ${number + 1}`,
      energy: "electricity",
    });
    await client.post("/delivery-points", { meter, number: prm });
    const { id: register } = await client.post<{ id: string }>("/import-curves", { meter, unit: "kW.h" });
    meters.push({ organisation: building.organisation.id, register, prm });
  }
  return meters;
}
