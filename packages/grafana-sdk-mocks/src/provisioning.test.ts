import { describe, expect, test } from "vitest";
import { readDashboardProviders, readDataSources } from "./provisioning.ts";

const sources = {
  environment: { DB: "db:5432", PASSWORD: "secret", DOLLAR: "se$cret" },
  files: { "/run/secrets/a": "from a file\n" },
};

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

test("variables of the environment are put in", () => {
  const [source] = readDataSources(dataSources(), sources);
  expect(source).toMatchObject({ url: "db:5432", secureJsonData: { password: "secret" } });
});

test("a secret comes from its file, without the line's end", () => {
  const yaml = dataSources((text) => text.replace("${PASSWORD}", () => "$__file{/run/secrets/a}"));
  expect(readDataSources(yaml, sources)[0]?.secureJsonData.password).toBe("from a file");
});

test("$$ is a dollar sign", () => {
  const [source] = readDataSources(
    dataSources((yaml) => yaml.replace("reader", () => "a$$b")),
    sources,
  );
  expect(source?.user).toBe("a$b");
});

describe("refused", () => {
  test.each([
    ["a missing variable", (yaml: string) => yaml.replace("$DB", "$DATABASE"), "known as DATABASE"],
    ["a missing file", (yaml: string) => yaml.replace("${PASSWORD}", () => "$__file{/b}"), "known as /b"],
    [
      "a value whose dollar sign Grafana would expand",
      (yaml: string) => yaml.replace("PASSWORD", "DOLLAR"),
      "known as cret",
    ],
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
    expect(() => readDataSources(dataSources(change), sources)).toThrow(message);
  });

  test("a provider whose path is relative", () => {
    const yaml = "apiVersion: 1\nproviders: [{ name: a, folder: A, type: file, options: { path: dashboards } }]";
    expect(() => readDashboardProviders(yaml, {})).toThrow("path");
  });
});
