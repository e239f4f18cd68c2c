// Answers of the API, as far as these tests read them.

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface DeviceTypeAnswer {
  readonly id: string;
}

export interface DeviceAnswer {
  readonly id: string;
  readonly devEui: string;
  readonly state: "ok" | "silent" | "never_heard" | "error";
  readonly lastUplinkAt: string | null;
  readonly lastJoinAt: string | null;
  readonly lastStatusAt: string | null;
  readonly batteryPercent: number | null;
  readonly externalPower: boolean | null;
  readonly marginDb: number | null;
  readonly rssiDbm: number | null;
  readonly snrDb: number | null;
  readonly lastError: string | null;
  readonly lastErrorAt: string | null;
  readonly assignments: readonly {
    readonly measurement: string;
    readonly point: Named;
    readonly validFrom: string | null;
  }[];
  readonly lastUplinks: readonly {
    readonly time: string;
    readonly eventType: string;
    readonly outcome: string;
    readonly readingCount: number;
  }[];
}

export interface ReadingsAnswer {
  readonly unit: string;
  readonly times: readonly string[];
  readonly values: readonly (number | null)[];
}

export interface UnknownDeviceAnswer {
  readonly devEui: string;
  readonly applicationId: string | null;
  readonly firstHeardAt: string;
  readonly lastHeardAt: string;
  readonly uplinkCount: number;
  readonly lastFPort: number | null;
  readonly lastPayloadHex: string | null;
}

interface RejectionAnswer {
  readonly kind: "event" | "measurement" | "payload";
  readonly reason: string;
  readonly detail: string | null;
  readonly time: string | null;
  readonly devEui: string | null;
  readonly measurement: string | null;
  readonly value: number | null;
  readonly payloadHex: string | null;
}

export interface RejectionsAnswer extends Page<RejectionAnswer> {
  readonly counts: readonly { readonly kind: string; readonly reason: string; readonly count: number }[];
}

export interface ConsumptionAnswer {
  readonly timeZone: string;
  readonly starts: readonly string[];
  readonly localStarts: readonly string[];
  readonly series: readonly {
    readonly energy: string;
    readonly nativeUnit: string | null;
    readonly energyKwh: readonly (number | null)[];
    readonly measuredShare: readonly number[];
    readonly estimatedShare: readonly number[];
    readonly missingShare: readonly number[];
  }[];
}
