import { defineConfig } from "vitest/config";

const withDatabase = "**/*.db.test.ts";
const nowhere = ["**/node_modules/**", "**/dist/**"];
const databaseSetup = "./infra/src/test-database-setup.ts";

/** Tests lie beside the code; their name says what they need. */
export default defineConfig({
  test: {
    // The machines that we must run on have two cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/**/*.test.ts",
            "services/*/{src,tests}/**/*.test.ts",
            "simulators/**/*.test.ts",
            "infra/src/**/*.test.ts",
            "dashboards/**/*.test.ts",
            "tests/architecture/**/*.test.ts",
          ],
          exclude: [...nowhere, withDatabase, "services/web/**"],
          testTimeout: 90_000,
          // The first on a new machine makes the native servers' folder.
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "db",
          include: [withDatabase],
          exclude: nowhere,
          globalSetup: databaseSetup,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        root: "./services/web",
        test: {
          name: "web",
          include: ["src/**/*.test.{ts,tsx}"],
          environment: "jsdom",
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "acceptance",
          include: ["tests/**/*.acceptance.test.ts"],
          exclude: nowhere,
          globalSetup: "./tests/acceptance/platform/platform-setup.ts",
          // One platform for all, after the other projects: a killed ingestion or a busy machine would show in another's figures.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
