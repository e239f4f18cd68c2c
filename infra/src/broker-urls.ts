import type { BrokerPasswords } from "./broker-users.ts";

/** The broker's URL with the account of who uses it; a server given from outside has one URL for all. */
export interface BrokerUrls {
  /** Reads devices' events, and no more. */
  readonly ingestion: string;
  /** Publishes devices' events, and no more. */
  readonly chirpstack: string;
  /** Both: the simulator's. */
  readonly platform: string;
}

/** The URLs of a broker of ours on this machine. */
export function brokerUrlsOn(port: number, passwords: BrokerPasswords): BrokerUrls {
  const urlOf = (user: keyof BrokerUrls) => `mqtt://${user}:${passwords[user]}@127.0.0.1:${port}`;
  return { ingestion: urlOf("ingestion"), chirpstack: urlOf("chirpstack"), platform: urlOf("platform") };
}

export function sameForAll(mqttUrl: string): BrokerUrls {
  return { ingestion: mqttUrl, chirpstack: mqttUrl, platform: mqttUrl };
}
