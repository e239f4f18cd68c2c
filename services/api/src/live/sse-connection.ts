import type { ServerResponse } from "node:http";

/** How many heartbeats a client may leave unread before it is given up. */
const mostUnreadHeartbeats = 3;

/**
 * One stream of Server-Sent Events. A client that reads slower than we write is not buffered for: what comes meanwhile
 * is left out, and it is told so (`event: behind`) when it reads again.
 */
export class SseConnection {
  readonly #response: ServerResponse;
  #full = false;
  #leftOut = false;
  #unreadHeartbeats = 0;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.on("drain", () => this.#onDrain());
    this.#full = !response.write("retry: 3000\n\n");
  }

  send(event: string, data: unknown): void {
    if (this.#full) this.#leftOut = true;
    else this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Keeps proxies from closing the stream, and finds clients that are gone without having said so. */
  heartbeat(): void {
    if (!this.#full) return this.#write(": still here\n\n");
    this.#unreadHeartbeats += 1;
    if (this.#unreadHeartbeats >= mostUnreadHeartbeats) this.#response.destroy();
  }

  end(): void {
    this.#response.end();
  }

  #write(text: string): void {
    this.#full = !this.#response.write(text);
  }

  #onDrain(): void {
    this.#full = false;
    this.#unreadHeartbeats = 0;
    if (!this.#leftOut) return;
    this.#leftOut = false;
    this.send("behind", {});
  }
}
