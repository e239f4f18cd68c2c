import { connectAsync } from "mqtt";
import { expect, inject, test } from "vitest";
import { newDevEui, uplink } from "./chirpstack/event.ts";
import { Publisher } from "./clients/publisher.ts";
import { credentialOf, signIn } from "./clients/sign-in.ts";
import { openSecrets, secretsInLogs } from "./platform/secrets-in-logs.ts";

// The same search runs once more over the logs of the whole run, when the platform has stopped: see platform-setup.ts.
const platform = inject("platform");

test("what has secrets in it is for its owner alone", async () => {
  expect(await openSecrets(platform.home)).toEqual([]);
});

test("no log tells a secret, after sign-ins that went right and wrong", async () => {
  const administrator = await credentialOf(platform.credentialsFile, "agency_admin");
  const session = await signIn(platform.api, administrator);
  const mistyped = `${administrator.password}x`;
  await expect(signIn(platform.api, { ...administrator, password: mistyped })).rejects.toThrow(/401|403|422/);
  await expect(signIn(platform.api, { email: "no address", password: mistyped })).rejects.toThrow(/400/);
  for (const path of [`/api/v1/me?token=${administrator.password}`, `/api/v1/${session.csrfToken}`])
    await fetch(new URL(path, platform.api), { headers: { authorization: `Bearer ${session.csrfToken}` } });
  expect(await secretsInLogs(platform.home, session)).toEqual([]);
});

test("the broker's accounts: nobody without, ChirpStack's publishes and hears nothing", async () => {
  const broker = new URL(platform.mqtt);
  await expect(connectAsync(`mqtt://${broker.host}`, { reconnectPeriod: 0 })).rejects.toThrow(/not authori[sz]ed/i);
  const listener = await connectAsync(platform.mqtt, { protocolVersion: 5, reconnectPeriod: 0 });
  const publisher = await Publisher.connect(platform.mqtt);
  try {
    const heard: string[] = [];
    listener.on("message", (topic) => heard.push(topic));
    await listener.subscribeAsync("application/#", { qos: 1 }).catch(() => undefined);
    await publisher.sendEvents([
      uplink({ devEui: newDevEui(), time: new Date(), fPort: 85, data: Buffer.from("00", "hex") }),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(heard).toEqual([]);
  } finally {
    await publisher.close();
    await listener.endAsync(true);
  }
});
