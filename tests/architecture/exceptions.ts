/** Where a rule does not hold, and why. One that is no longer needed fails the test too. */
export interface Exception {
  readonly path: string;
  readonly reason: string;
}

export const mayReadEnvironment: readonly Exception[] = [
  {
    path: "infra/launcher.mjs",
    reason: "runs before anything is installed, on the system's Node, which cannot load service-kit",
  },
];

export const mayHoldSql: readonly Exception[] = [
  {
    path: "infra/src/database-server.ts",
    reason: "makes, clones and drops whole databases; of what is in them it knows nothing",
  },
];
