import type { OwnerPlan } from "./demonstrator-plan.ts";

export interface GatewayPlan {
  readonly owner: OwnerPlan;
  readonly gatewayEui: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

const seineEure: OwnerPlan = { kind: "epci", code: "200089456", name: "CA Seine-Eure" };

/** The simulated gateways; every sensor is heard by the nearest and often by a second one. */
export const demonstratorGateways: readonly GatewayPlan[] = [
  {
    owner: { kind: "commune", code: "27377", name: "Lyons-la-Forêt" },
    gatewayEui: "0200000000002701",
    name: "Clocher de Lyons-la-Forêt",
    latitude: 49.3985,
    longitude: 1.4765,
  },
  {
    owner: seineEure,
    gatewayEui: "0200000000002702",
    name: "Château d'eau de Louviers",
    latitude: 49.22,
    longitude: 1.15,
  },
  {
    owner: seineEure,
    gatewayEui: "0200000000002703",
    name: "Val-de-Reuil, mairie",
    latitude: 49.274,
    longitude: 1.209,
  },
];
