import { connect } from "node:net";

/** Resolves when a mail server greets us on this address. */
export function checkMailServer(host: string, port: number, timeLimitMs = 2_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.setTimeout(timeLimitMs, () => socket.destroy(new Error(`no answer from ${host}:${port}`)));
    socket.once("error", reject);
    socket.once("close", () => reject(new Error(`${host}:${port} closed the connection`)));
    socket.once("data", (greeting) => {
      if (greeting.toString("latin1").startsWith("220")) resolve();
      else reject(new Error(`${host}:${port} is no mail server`));
      socket.end("QUIT\r\n");
    });
  });
}
