import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@gtb/service-kit/config";
import { connectAsync } from "mqtt";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { certificateFiles, readAuthority } from "../certificates/certificate-files.ts";
import { makeCertificates } from "../certificates/make-certificates.ts";
import { checkHttps } from "../http-health.ts";
import { defaultCacheFolder } from "../native/prefix.ts";
import { portsFrom } from "./config.ts";
import { Platform } from "./platform.ts";
import { platformServices } from "./services.ts";

// The real API and the real broker with the certificates of `npm run certificates`.
const home = await mkdtemp(join(tmpdir(), "gtb-tls-"));
afterAll(() => rm(home, { recursive: true, force: true }));

test("with GTB_TLS=on, portal and broker are reached over TLS by who trusts the authority, and by nobody else", async () => {
  await makeCertificates(home, ["127.0.0.1"]);
  const ca = await readAuthority(certificateFiles(home));
  const ports = portsFrom(20_000 + 10 * Math.floor(Math.random() * 1_000));
  const platform = new Platform({
    config: {
      home,
      cacheFolder: defaultCacheFolder(),
      ports,
      logLevel: "info",
      backingServices: "native",
      listen: "127.0.0.1",
      tls: true,
      administratorEmail: "administration@agence.example",
      production: false,
      environment: readConfig(z.record(z.string(), z.string())),
    },
    services: platformServices.filter(({ name }) => name === "api"),
    withDemonstrator: false,
    buildPortal: async () => undefined,
    progress: () => undefined,
  });
  try {
    const { api, mqtt } = await platform.start();
    expect(api).toBe(`https://127.0.0.1:${ports.api}`);
    await checkHttps(`${api}/healthz`, ca);
    await expect(fetch(`${api}/healthz`)).rejects.toThrow();
    const { username, password } = new URL(mqtt);
    const options = { username, password, ca, reconnectPeriod: 0 };
    const client = await connectAsync(`mqtts://127.0.0.1:${ports.mqttTls}`, options);
    await client.publishAsync("application/a/device/0102030405060708/event/up", "{}", { qos: 1 });
    await client.endAsync();
  } finally {
    await platform.stop();
  }
});
