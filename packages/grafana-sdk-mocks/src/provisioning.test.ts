import { describe, expect, test } from "vitest";
import { readDashboardProviders, readDataSources } from "./provisioning.ts";

const environment = { DB: "db:5432", PASSWORD: "se$cret" };

const dataSources = (change: (yaml: string) => string = (yaml) => yaml) =>
  change(`
apiVersion: 1
datasources:
  - name: GTB
    uid: gtb
    type: postgres
    access: proxy
    url: $DB
    user: reader
    jsonData: { database: gtb, sslmode: disable, timescaledb: true }
    secureJsonData: { password: "\${PASSWORD}" }
`);

test("variables of the environment are put in, and not looked into again", () => {
  const [source] = readDataSources(dataSources(), environment);
  expect(source).toMatchObject({ url: "db:5432", secureJsonData: { password: "se$cret" } });
});

test("$$ is a dollar sign", () => {
  const [source] = readDataSources(
    dataSources((yaml) => yaml.replace("reader", () => "a$$b")),
    environment,
  );
  expect(source?.user).toBe("a$b");
});

describe("refused", () => {
  test.each([
    ["a missing variable", (yaml: string) => yaml.replace("$DB", "$DATABASE"), "lacks DATABASE"],
    ["an unknown key", (yaml: string) => yaml.replace("user:", "usr: x\n    user:"), "usr"],
    ["the old place of the database", (yaml: string) => yaml.replace("user:", "database: gtb\n    user:"), "database"],
    ["an unknown sslmode", (yaml: string) => yaml.replace("disable", "off"), "sslmode"],
    ["an address without a port", (yaml: string) => yaml.replace("$DB", "localhost"), "host:port"],
    ["no password", (yaml: string) => yaml.replace(/ {4}secureJsonData.*\n/, ""), "secureJsonData"],
    [
      "one uid twice",
      (yaml: string) => yaml + yaml.slice(yaml.indexOf("  - name")).replace("name: GTB", "name: GTB 2"),
      "gtb is given twice",
    ],
  ])("%s", (_, change, message) => {
    expect(() => readDataSources(dataSources(change), environment)).toThrow(message);
  });

  test("a provider whose path is relative", () => {
    const yaml = "apiVersion: 1\nproviders: [{ name: a, folder: A, type: file, options: { path: dashboards } }]";
    expect(() => readDashboardProviders(yaml, {})).toThrow("path");
  });
});
