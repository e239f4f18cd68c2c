import { connect } from "node:net";

/** CONNECT of MQTT 3.1.1: clean session, 10 s keep-alive, an empty client id (the broker gives one). */
const connectPacket = Buffer.from([0x10, 12, 0, 4, ...Buffer.from("MQTT"), 4, 0x02, 0, 10, 0, 0]);
const connack = 0x20;

/** Resolves when an MQTT broker answers a CONNECT on this address, whether it accepts the visitor or not. */
export function checkBroker(host: string, port: number, timeLimitMs = 2_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.setTimeout(timeLimitMs, () => socket.destroy(new Error(`no answer from ${host}:${port}`)));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error(`${host}:${port} closed the connection`)));
    socket.once("connect", () => socket.write(connectPacket));
    socket.once("data", (answer) => {
      if (answer[0] === connack) resolve();
      else reject(new Error(`${host}:${port} is no MQTT broker`));
      socket.destroy();
    });
  });
}
