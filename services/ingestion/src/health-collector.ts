import type { ChirpstackEvent } from "@gtb/chirpstack/event";
import type { DeviceHealthUpdate } from "@gtb/database/queries/update-device-health";

type Draft = { -readonly [K in keyof DeviceHealthUpdate]: DeviceHealthUpdate[K] };

export interface CollectedHealth {
  readonly deviceHealth: readonly DeviceHealthUpdate[];
  readonly gatewaysHeard: ReadonlyMap<string, Date>;
}

/**
 * Gathers what events say of devices and gateways. What uplinks say is given out every few seconds: written with every
 * batch it would cost the database as much as the readings. A join, a status or an error comes rarely and is not heard
 * again for a day: it is given out with its own batch. What an event says twice counts once.
 */
export class HealthCollector {
  #devices = new Map<string, Draft>();
  #gateways = new Map<string, Date>();
  readonly #urgent = new Set<string>();
  #takenAt = 0;
  readonly #everyMs: number;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  add(event: ChirpstackEvent): void {
    const draft = this.#draftOf(event.devEui);
    if (event.type === "up") return this.#addUplink(draft, event);
    if (event.type === "status") addStatus(draft, event);
    else if (event.type === "join") draft.lastJoinAt = later(draft.lastJoinAt, event.time);
    else if (event.type === "log" && event.detail["level"] === "ERROR") addError(draft, event);
    else return;
    this.#urgent.add(event.devEui);
  }

  #draftOf(devEui: string): Draft {
    const known = this.#devices.get(devEui);
    if (known !== undefined) return known;
    const draft = emptyDraft(devEui);
    this.#devices.set(devEui, draft);
    return draft;
  }

  /** True while something is left to write. */
  get isWaiting(): boolean {
    return this.#devices.size > 0;
  }

  /** What is to be written at `now`: all that has gathered when it is time for it, else the urgent part. */
  take(now: number): CollectedHealth {
    return now - this.#takenAt < this.#everyMs ? this.#takeUrgent() : this.takeAll(now);
  }

  takeAll(now: number): CollectedHealth {
    this.#urgent.clear();
    const taken = { deviceHealth: [...this.#devices.values()], gatewaysHeard: this.#gateways };
    this.#devices = new Map();
    this.#gateways = new Map();
    this.#takenAt = now;
    return taken;
  }

  /** Takes back what could not be written. Nothing may have been added since. */
  giveBack({ deviceHealth, gatewaysHeard }: CollectedHealth): void {
    for (const update of deviceHealth) {
      this.#devices.set(update.devEui, { ...update });
      this.#urgent.add(update.devEui);
    }
    for (const [gateway, heardAt] of gatewaysHeard) this.#gateways.set(gateway, heardAt);
  }

  /** Forgets all: something in it the database refuses, and would refuse with every batch. The next uplinks say it anew. */
  drop(): void {
    this.takeAll(this.#takenAt);
  }

  #takeUrgent(): CollectedHealth {
    const deviceHealth: Draft[] = [];
    for (const devEui of this.#urgent) {
      const draft = this.#devices.get(devEui);
      if (draft !== undefined) deviceHealth.push(draft);
      this.#devices.delete(devEui);
    }
    this.#urgent.clear();
    return { deviceHealth, gatewaysHeard: new Map() };
  }

  #addUplink(draft: Draft, event: ChirpstackEvent): void {
    for (const { gatewayId } of event.rxInfo) {
      if (gatewayId !== undefined)
        this.#gateways.set(gatewayId, later(this.#gateways.get(gatewayId) ?? null, event.time));
    }
    if (isLater(draft.lastUplinkAt, event.time)) return;
    draft.lastUplinkAt = event.time;
    draft.devAddr = event.devAddr;
    draft.fCnt = event.fCnt;
    draft.dataRate = event.dataRate;
    draft.gatewayCount = event.rxInfo.length;
    const best = bestGateway(event.rxInfo);
    draft.rssiDbm = best?.rssi ?? null;
    draft.snrDb = best?.snr ?? null;
  }
}

function bestGateway(rxInfo: ChirpstackEvent["rxInfo"]): { rssi: number; snr: number } | undefined {
  let best: { rssi: number; snr: number } | undefined;
  // ChirpStack leaves zeros out: an SNR that is not there is 0 dB.
  for (const { rssi = 0, snr = 0 } of rxInfo) if (best === undefined || snr > best.snr) best = { rssi, snr };
  return best;
}

function addStatus(draft: Draft, { time, detail }: ChirpstackEvent): void {
  if (isLater(draft.lastStatusAt, time)) return;
  draft.lastStatusAt = time;
  draft.marginDb = numberOr(detail["margin"], 0);
  draft.externalPower = detail["externalPowerSource"] === true;
  draft.batteryPercent =
    detail["batteryLevelUnavailable"] === true || draft.externalPower ? null : numberOr(detail["batteryLevel"], 0);
}

function addError(draft: Draft, { time, detail }: ChirpstackEvent): void {
  if (isLater(draft.lastErrorAt, time)) return;
  draft.lastErrorAt = time;
  draft.lastError = `${String(detail["code"] ?? "UNKNOWN")}: ${String(detail["description"] ?? "")}`;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** By number, 7 ns: the dates themselves take 97. */
function isLater(one: Date | null, other: Date): one is Date {
  return one !== null && one.getTime() > other.getTime();
}

function later(one: Date | null, other: Date): Date {
  return isLater(one, other) ? one : other;
}

function emptyDraft(devEui: string): Draft {
  return {
    devEui,
    lastUplinkAt: null,
    lastJoinAt: null,
    lastStatusAt: null,
    batteryPercent: null,
    externalPower: null,
    marginDb: null,
    devAddr: null,
    fCnt: null,
    rssiDbm: null,
    snrDb: null,
    dataRate: null,
    gatewayCount: null,
    lastError: null,
    lastErrorAt: null,
  };
}
