import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokerUsersFile, ensureBrokerUsers } from "../broker-users.ts";
import { findFreePort } from "../free-port.ts";
import { checkHttps } from "../http-health.ts";
import { createMosquitto } from "../native/mosquitto.ts";
import { defaultCacheFolder, ensurePrefix } from "../native/prefix.ts";
import { certificateFiles, readAuthority, readCertificates } from "./certificate-files.ts";
import { makeCertificates } from "./make-certificates.ts";

let home: string;
let ca: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "gtb-certificates-"));
  await makeCertificates(home, ["gtb.example", "127.0.0.1"]);
  ca = await readAuthority(certificateFiles(home));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test("a certificate holds for its names, signed by the authority, which stays when it is made anew", async () => {
  const { portal, authority } = certificateFiles(home);
  const before = new X509Certificate(await readFile(portal.certificate));
  await makeCertificates(home, ["other.example"]);
  expect(await readAuthority(certificateFiles(home))).toBe(ca);
  const after = new X509Certificate(await readFile(portal.certificate));
  const signer = new X509Certificate(ca);
  expect([before.verify(signer.publicKey), after.verify(signer.publicKey), signer.ca]).toEqual([true, true, true]);
  expect([before.checkHost("gtb.example"), after.checkHost("gtb.example")]).toEqual(["gtb.example", undefined]);
  expect(before.checkIP("127.0.0.1")).toBe("127.0.0.1");
  for (const { key } of [portal, authority]) expect((await stat(key)).mode & 0o777).toBe(0o600);
  await makeCertificates(home, ["gtb.example", "127.0.0.1"]);
});

test("without certificates, TLS is refused with what to do", async () => {
  await expect(readCertificates(join(home, "nowhere"))).rejects.toThrow(/npm run certificates/);
});

test("HTTPS with it: who trusts the authority gets in, who does not breaks off", async () => {
  const { portal } = certificateFiles(home);
  const [cert, key] = await Promise.all([readFile(portal.certificate), readFile(portal.key)]);
  const server = createServer({ cert, key }, (_request, response) => response.end("ok"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await checkHttps(url, ca);
  await expect(fetch(url)).rejects.toThrow();
  await new Promise((resolve) => server.close(resolve));
});

test("MQTT over TLS beside plain MQTT, with the same accounts", async () => {
  const prefix = await ensurePrefix(defaultCacheFolder(), () => undefined);
  const folder = join(home, "secrets");
  const passwords = await ensureBrokerUsers({ folder });
  const [port, tlsPort] = [await findFreePort(), await findFreePort()];
  const { broker } = certificateFiles(home);
  const server = createMosquitto({
    prefix,
    folder: join(home, "broker"),
    port,
    logFile: join(home, "broker.log"),
    usersFile: join(folder, brokerUsersFile),
    tls: { address: "127.0.0.1", port: tlsPort, ...broker },
  });
  try {
    await server.start();
    await server.waitUntilHealthy();
    const url = `mqtts://127.0.0.1:${tlsPort}`;
    const account = { username: "chirpstack", password: passwords.chirpstack, reconnectPeriod: 0, ca };
    const client = await connectAsync(url, account);
    await client.publishAsync("application/a/device/0102030405060708/event/up", "{}", { qos: 1 });
    await client.endAsync();
    await expect(connectAsync(url, { reconnectPeriod: 0, ca })).rejects.toThrow(/Not authorized/);
    const { ca: _, ...trustingNobody } = account;
    await expect(connectAsync(url, trustingNobody)).rejects.toThrow(/certificate/);
    await expect(connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0 })).rejects.toThrow(/Not authorized/);
  } finally {
    await server.stop();
  }
});
