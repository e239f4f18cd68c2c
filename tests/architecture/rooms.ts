/** DESIGN.md, "Who may import whom": of our own workspaces, what the code of each may import. Tests: see `forTests`. */
export interface Room {
  /** Folder from the repository's root. */
  readonly folder: string;
  /** Its name in package.json. */
  readonly name: string;
  readonly mayImport: readonly string[];
}

const packages = [
  "@gtb/domain",
  "@gtb/devices",
  "@gtb/chirpstack",
  "@gtb/readings",
  "@gtb/database",
  "@gtb/contracts",
  "@gtb/service-kit",
];

export const rooms: readonly Room[] = [
  { folder: "packages/domain", name: "@gtb/domain", mayImport: [] },
  { folder: "packages/service-kit", name: "@gtb/service-kit", mayImport: [] },
  { folder: "packages/devices", name: "@gtb/devices", mayImport: ["@gtb/domain"] },
  { folder: "packages/chirpstack", name: "@gtb/chirpstack", mayImport: ["@gtb/domain"] },
  { folder: "packages/database", name: "@gtb/database", mayImport: ["@gtb/domain"] },
  { folder: "packages/contracts", name: "@gtb/contracts", mayImport: ["@gtb/domain"] },
  { folder: "packages/readings", name: "@gtb/readings", mayImport: ["@gtb/domain", "@gtb/devices", "@gtb/database"] },
  { folder: "packages/grafana-sdk-mocks", name: "@gtb/grafana-sdk-mocks", mayImport: ["@gtb/database", "@gtb/domain"] },
  { folder: "services/ingestion", name: "@gtb/ingestion", mayImport: packages },
  { folder: "services/jobs", name: "@gtb/jobs", mayImport: packages },
  { folder: "services/api", name: "@gtb/api", mayImport: packages },
  { folder: "services/web", name: "@gtb/web", mayImport: ["@gtb/contracts", "@gtb/domain"] },
  { folder: "services/cli", name: "@gtb/cli", mayImport: packages },
  { folder: "simulators/buildings", name: "@gtb/simulator-buildings", mayImport: packages },
  { folder: "simulators/load", name: "@gtb/simulator-load", mayImport: packages },
  { folder: "dashboards", name: "@gtb/dashboards", mayImport: ["@gtb/domain"] },
  // It brings the database to this version, of which the catalogue of devices is part.
  { folder: "infra", name: "@gtb/infra", mayImport: ["@gtb/database", "@gtb/readings", "@gtb/service-kit"] },
  // The black box: it speaks MQTT and HTTP only, and so survives rewrites.
  { folder: "tests/acceptance", name: "tests/acceptance", mayImport: [] },
  { folder: "tests/architecture", name: "tests/architecture", mayImport: [] },
  // The same black box seen through a browser: it shares its clients and builders.
  { folder: "tests/browser", name: "tests/browser", mayImport: ["tests/acceptance"] },
  // It measures the parts one by one, so it calls them, and accounts for what the load simulator sent.
  { folder: "tests/load", name: "tests/load", mayImport: [...packages, "@gtb/infra", "@gtb/simulator-load"] },
];

/** What tests beside the code may import besides: a database, a broker, Grafana's stand-in. */
export const forTests: readonly string[] = ["@gtb/infra", "@gtb/grafana-sdk-mocks", "@gtb/database"];
/** In these even a test stays with what its room may import. */
export const strictRooms: readonly string[] = [
  "tests/acceptance",
  "tests/architecture",
  "services/web",
  "packages/domain",
];
