import { LiveConsumption, LiveReadings } from "@gtb/contracts/live";
import type { z } from "zod";
import { apiUrl } from "./request.ts";

export interface LiveListener {
  readonly onReadings: (readings: z.output<typeof LiveReadings>["readings"]) => void;
  readonly onConsumption: () => void;
  /** Changes may have been missed: ask again for what is shown. */
  readonly onGap: () => void;
  readonly onState: (connected: boolean) => void;
  /** The stream was refused: whoever listens may no longer be signed in, which an EventSource does not tell. */
  readonly onRefused: () => void;
}

const reconnectAfterMs = 5_000;

/** Listens to what changes in a building until the returned function is called; connects again by itself. */
export function listenToBuilding(buildingId: string, listener: LiveListener): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let opened = false;
  const connect = () => {
    source = new EventSource(apiUrl("/live", { building: buildingId }));
    source.addEventListener("open", () => {
      listener.onState(true);
      if (opened) listener.onGap();
      opened = true;
    });
    source.addEventListener("error", () => {
      listener.onState(false);
      // A browser tries again after a broken connection, and never after a refusal.
      if (source?.readyState !== EventSource.CLOSED) return;
      listener.onRefused();
      retry = setTimeout(connect, reconnectAfterMs);
    });
    hear(source, listener);
  };
  connect();
  return () => {
    clearTimeout(retry);
    source?.close();
  };
}

function hear(source: EventSource, listener: LiveListener): void {
  source.addEventListener("behind", () => listener.onGap());
  source.addEventListener("readings", (event) => {
    const parsed = LiveReadings.safeParse(jsonOf(event));
    if (parsed.success) listener.onReadings(parsed.data.readings);
  });
  source.addEventListener("consumption", (event) => {
    if (LiveConsumption.safeParse(jsonOf(event)).success) listener.onConsumption();
  });
}

function jsonOf(event: MessageEvent<unknown>): unknown {
  try {
    return JSON.parse(String(event.data));
  } catch {
    return undefined;
  }
}
