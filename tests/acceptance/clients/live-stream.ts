import type { ApiAccess } from "./api.ts";

export interface LiveEvent {
  readonly event: string;
  readonly data: unknown;
}

/** A listener of the API's stream of Server-Sent Events, which keeps what it has heard. */
export class LiveStream {
  readonly heard: LiveEvent[] = [];
  readonly #stop: AbortController;

  private constructor(stop: AbortController) {
    this.#stop = stop;
  }

  /** Resolves when the stream is open: what changes from now on is heard. */
  static async open({ api, session }: ApiAccess, buildingId: string): Promise<LiveStream> {
    const stop = new AbortController();
    const url = new URL(`/api/v1/live?building=${buildingId}`, api);
    const response = await fetch(url, { signal: stop.signal, headers: { cookie: session.cookie } });
    if (response.status !== 200 || response.body === null) throw new Error(`The stream answered ${response.status}`);
    const live = new LiveStream(stop);
    live.#listen(response.body).catch((error: unknown) => {
      if (!stop.signal.aborted) live.heard.push({ event: "broken", data: String(error) });
    });
    return live;
  }

  close(): void {
    this.#stop.abort();
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) this.#note(block);
    }
  }

  #note(block: string): void {
    const lines = block.split("\n");
    const field = (name: string) =>
      lines
        .filter((line) => line.startsWith(`${name}:`))
        .map((line) => line.slice(name.length + 1).trim())
        .join("\n");
    const data = field("data");
    if (data !== "") this.heard.push({ event: field("event"), data: JSON.parse(data) });
  }
}
