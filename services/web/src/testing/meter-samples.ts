import type { Job } from "@gtb/contracts/jobs";
import type { Meter } from "@gtb/contracts/meters";
import type { Register } from "@gtb/contracts/registers";
import { schoolDetail } from "./energy-samples.ts";
import type { Reply } from "./fake-api.ts";
import { school } from "./samples.ts";

const uuid = (digits: number) => `00000000-0000-4000-8000-${String(digits).padStart(12, "0")}`;

export const indexPoint = { id: uuid(301), name: "Index du compteur" };
const meterId = uuid(102);

export const indexRegister: Register = {
  id: uuid(302),
  meter: meterId,
  name: "Index",
  quantity: "active-energy",
  direction: "import",
  tariffClass: "base",
  kind: "index",
  unit: "kW.h",
  counted: true,
  point: indexPoint.id,
};

export const schoolMeter: Meter = {
  id: meterId,
  building: school.id,
  parent: null,
  name: "Général",
  serialNumber: "A-17",
  endUse: null,
  counted: true,
  energy: "electricity",
  registers: [indexRegister],
};

/** A pulse is a tenth of a kWh. */
const meterSetup = {
  parameters: [
    {
      wrapsAt: null,
      unitPerCount: 0.1,
      ctRatio: 1,
      maxPerHour: 40,
      validFrom: null,
      validTo: null,
      knownFrom: "2026-01-05T08:00:00Z",
      knownTo: null,
      reason: "plaque du compteur",
      recordedBy: "Camille Martin",
    },
  ],
  points: [{ point: indexPoint, validFrom: null, validTo: null }],
  job: null,
};

const fallOfIndex = {
  id: uuid(303),
  register: { id: indexRegister.id, name: "Index" },
  meter: { id: meterId, name: "Général" },
  building: school,
  point: indexPoint.id,
  unit: "kW.h",
  fromTime: "2026-11-20T09:00:00Z",
  fromValue: 845_120,
  toTime: "2026-11-20T10:00:00Z",
  toValue: 120,
  foundAt: "2026-11-20T10:01:00Z",
};

export const doneJob: Job = {
  id: uuid(304),
  kind: "recompute",
  state: "done",
  attempts: 1,
  maxAttempts: 3,
  progressDone: 1,
  progressTotal: 1,
  message: null,
  createdAt: "2026-11-20T11:00:00Z",
  startedAt: "2026-11-20T11:00:00Z",
  finishedAt: "2026-11-20T11:00:01Z",
};

export const exchangeOfMeter = {
  id: uuid(305),
  kind: "exchange",
  at: "2026-06-01T08:00:00Z",
  lastValue: 800_000,
  firstValue: null,
  serialNumber: "B-18",
  note: "Compteur Linky",
  recordedBy: "Dominique Roy",
  recordedAt: "2026-06-01T08:05:00Z",
  withdrawnAt: null,
};

/** Three readings an hour apart, the second of which is void. */
const readings: Reply = ({ query }) => {
  const first = Date.parse(query.get("to") ?? "") - 12 * 3_600_000;
  return {
    point: indexPoint.id,
    quantity: "active-energy",
    unit: "1",
    kind: "counter",
    timeZone: "Europe/Paris",
    bucket: null,
    aggregate: null,
    times: [0, 1, 2].map((hour) => new Date(first + hour * 3_600_000).toISOString()),
    values: [100, 9_999, 150],
    flags: [[], ["void"], ["corrected"]],
  };
};

const of = (register: string, what: string) => `GET /registers/${register}/${what}`;

/** What the API says of the school's meter, in the form of the wire. */
export const meterReplies: Readonly<Record<string, Reply>> = {
  [`GET /meters/${meterId}`]: schoolMeter,
  [`GET /buildings/${school.id}`]: schoolDetail,
  [of(indexRegister.id, "parameters")]: meterSetup,
  [of(indexRegister.id, "breaks")]: { items: [fallOfIndex] },
  [of(indexRegister.id, "events")]: { items: [exchangeOfMeter] },
  [of(indexRegister.id, "fills")]: { items: [] },
  [`GET /points/${indexPoint.id}/corrections`]: { items: [] },
  [`GET /points/${indexPoint.id}/readings`]: readings,
  [`GET /jobs/${doneJob.id}`]: doneJob,
};
