import type { BuildingBody } from "@gtb/contracts/buildings";
import type { MeterBody } from "@gtb/contracts/meters";
import type { PointBody } from "@gtb/contracts/points";
import type { RegisterBody } from "@gtb/contracts/registers";
import type { ApiUnderTest } from "./api-under-test.ts";

/** Makes things over HTTP, as an operator would; each function returns the new thing's id. */
export function createWorld({ post }: ApiUnderTest) {
  const create = async (url: string, body: object): Promise<string> => {
    const answer = await post<{ id: string }>(url, body);
    if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  let communes = 0;
  return {
    commune: (name = "Évreux") => {
      communes += 1;
      return create("/organisations", { kind: "commune", code: `272${String(communes).padStart(2, "0")}`, name });
    },
    site: (organisation: string, name = "Centre") => create("/sites", { organisation, name, communeCode: "27229" }),
    building: (site: string, given: Partial<BuildingBody> = {}) =>
      create("/buildings", { site, name: "École Jean-Moulin", use: "school", heatingEnergy: "gas", ...given }),
    zone: (building: string, name: string) => create("/zones", { building, name }),
    point: (building: string, given: Partial<PointBody> = {}) =>
      create("/points", {
        building,
        name: "Température",
        quantity: "temperature",
        unit: "Cel",
        kind: "gauge",
        ...given,
      }),
    meter: (building: string, given: Partial<MeterBody> = {}) =>
      create("/meters", { building, name: "Général", energy: "electricity", ...given }),
    register: (meter: string, given: Partial<RegisterBody> = {}) =>
      create("/registers", {
        meter,
        name: "Index",
        quantity: "active-energy",
        unit: "kW.h",
        parameters: { maxPerHour: 100 },
        ...given,
      }),
  };
}
