import type { ServiceDefinition } from "../services.ts";

const standIn = {
  program: "infra/src/platform/stand-ins/service.ts",
  environment: (port: string) => ({ GTB_HEALTH_PORT: port }),
  healthyWithinMs: 20_000,
  stopsWithinMs: 5_000,
};

export const standInServices: readonly ServiceDefinition[] = [
  { ...standIn, name: "ingestion", port: "ingestion" },
  { ...standIn, name: "api", port: "api" },
  { ...standIn, name: "simulator", port: "simulator", demonstrator: true },
];

export const failingServices: readonly ServiceDefinition[] = [
  ...standInServices.slice(0, 1),
  {
    ...standIn,
    name: "api",
    port: "api",
    environment: (port) => ({ GTB_HEALTH_PORT: port, STAND_IN_FAILS: "no such table" }),
  },
];
