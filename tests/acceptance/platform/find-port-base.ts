import { createServer } from "node:net";

/** Ports that one instance takes from its base on, with some to spare. */
const portsTaken = 10;

/** A base whose ports are free on the loopback address. */
export async function findPortBase(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const base = 20_000 + portsTaken * Math.floor(Math.random() * 1_200);
    const ports = Array.from({ length: portsTaken }, (_, index) => base + index);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return base;
  }
  throw new Error("No ten free ports in a row found in 100 attempts");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
