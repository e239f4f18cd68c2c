import { createHash } from "node:crypto";
import { IdRanges } from "./id-ranges.ts";
import type { Connection, Pool } from "./pool.ts";
import {
  countSealedEvents,
  findMisledPseudonym,
  readAuditRemovals,
  readAuditSeals,
  readSealedEvents,
  readUnsealedEvents,
  type SealedEventRow,
  type SealRow,
} from "./queries/read-audit-chain.ts";
import { inSnapshot } from "./transaction.ts";

interface NamedSeal {
  readonly id: number;
  readonly sealedAt: Date;
  readonly hash: string;
}

export interface AuditVerdict {
  readonly ok: boolean;
  readonly seals: number;
  /** Of the seals, those whose events were retired: their own line still fits. */
  readonly retiredSeals: number;
  readonly events: number;
  /** Events of the last minute, whose content fits and that no seal holds yet. */
  readonly unsealedEvents: number;
  /** Contents and origins that were erased, as the chain itself says. */
  readonly erased: number;
  /** The oldest whose events are all here. */
  readonly oldestSeal: NamedSeal | null;
  readonly newestSeal: NamedSeal | null;
  /** The first thing that does not fit. */
  readonly fault: { readonly what: string; readonly seal: number | null; readonly event: string | null } | null;
}

const sealsAtOnce = 200;
const eventsAtOnce = 10_000;
const beforeTheFirst = digest("");

/**
 * Recomputes every seal over every event, in one snapshot. `anchor`: hash of a seal that was noted elsewhere; it must
 * still be in the chain, else somebody who may write everything has made the whole chain anew. Reads the audit whole:
 * some 15 s a million events.
 */
export function verifyAudit(pool: Pool, anchor?: string): Promise<AuditVerdict> {
  return inSnapshot(pool, (connection) => verifyAuditChain(connection, anchor));
}

/** The same inside the caller's transaction, which must see one state of the database throughout. */
export function verifyAuditChain(connection: Connection, anchor?: string): Promise<AuditVerdict> {
  return new AuditVerification(connection, anchor).run();
}

/** Ends the verification where something does not fit. */
class Fault extends Error {
  readonly seal: number | null;
  readonly event: string | null;

  constructor(message: string, { seal = null, event = null }: { seal?: number | null; event?: string | null } = {}) {
    super(message);
    this.seal = seal;
    this.event = event;
  }
}

class AuditVerification {
  readonly #connection: Connection;
  readonly #anchor: string | undefined;
  #through = 0;
  #contents = new IdRanges([]);
  #origins = new IdRanges([]);
  readonly #found = { seals: 0, retiredSeals: 0, events: 0, unsealedEvents: 0, erased: 0 };
  #oldest: SealRow | undefined;
  #newest: SealRow | undefined;
  #anchored = false;

  constructor(connection: Connection, anchor: string | undefined) {
    this.#connection = connection;
    this.#anchor = anchor;
  }

  async run(): Promise<AuditVerdict> {
    const fault = await this.#verify().catch((error: unknown) => {
      if (error instanceof Fault) return error;
      throw error;
    });
    return {
      ok: fault === undefined,
      ...this.#found,
      oldestSeal: named(this.#oldest),
      newestSeal: named(this.#newest),
      fault: fault === undefined ? null : { what: fault.message, seal: fault.seal, event: fault.event },
    };
  }

  async #verify(): Promise<undefined> {
    await this.#readRemovals();
    for (;;) {
      const seals = await readAuditSeals(this.#connection, this.#newest?.id ?? 0, sealsAtOnce);
      if (seals.length === 0) break;
      for (const batch of inBatches(seals)) await this.#verifySeals(batch);
    }
    await this.#verifyTheRest();
    return undefined;
  }

  async #readRemovals(): Promise<void> {
    const removals = await readAuditRemovals(this.#connection);
    const erasures = removals.filter(({ kind }) => kind === "audit_content").map(({ after }) => after);
    this.#contents = new IdRanges(erasures.map(({ contents }) => contents));
    this.#origins = new IdRanges(erasures.map(({ origins }) => origins));
    for (const { kind, after } of removals)
      if (kind === "audit_event" && typeof after["throughSeal"] === "number")
        this.#through = Math.max(this.#through, after["throughSeal"]);
  }

  async #verifySeals(seals: readonly SealRow[]): Promise<void> {
    const [first, last] = [seals[0]?.id ?? 0, seals.at(-1)?.id ?? 0];
    const events = Map.groupBy(await readSealedEvents(this.#connection, first, last), ({ seal }) => seal);
    for (const seal of seals) {
      this.#verifySeal(seal);
      this.#verifyEvents(seal, events.get(seal.id) ?? []);
      this.#newest = seal;
      this.#found.seals++;
    }
  }

  #verifySeal(seal: SealRow): void {
    const { id } = seal;
    if (id !== (this.#newest?.id ?? 0) + 1) throw new Fault("the seal before it is gone", { seal: id });
    if (seal.previousHash !== (this.#newest?.hash ?? beforeTheFirst))
      throw new Fault("it does not follow from the seal before it", { seal: id });
    if (seal.hash !== digest(seal.line)) throw new Fault("the seal itself was changed", { seal: id });
    if (seal.hash === this.#anchor) this.#anchored = true;
  }

  #verifyEvents(seal: SealRow, events: readonly SealedEventRow[]): void {
    if (seal.id <= this.#through && events.length === 0) {
      this.#found.retiredSeals++;
      return;
    }
    for (const event of events) this.#verifyParts(event);
    if (events.length !== seal.count)
      throw new Fault(`it is over ${seal.count} event(s), ${events.length} are here`, { seal: seal.id });
    if (digest(events.map(({ line }) => line).join("\n")) !== seal.eventsDigest)
      throw new Fault("an event of it was changed", { seal: seal.id });
    this.#oldest ??= seal;
    this.#found.events += events.length;
  }

  #verifyParts(event: SealedEventRow): void {
    this.#verifyPart(event, "content", event.contentDigest, event.contentSalt, this.#contents);
    this.#verifyPart(event, "origin", event.originDigest, event.originSalt, this.#origins);
  }

  #verifyPart(
    event: SealedEventRow,
    part: "content" | "origin",
    expected: string | null,
    salt: Buffer | null,
    erased: IdRanges,
  ): void {
    const text = event[part];
    const place = { seal: event.seal, event: event.uuid };
    if (text === null || salt === null) {
      if (expected === null) return;
      if (!erased.has(event.id)) throw new Fault(`its ${part} is gone, and no erasure says so`, place);
      this.#found.erased++;
    } else if (expected !== digest(salt, text)) throw new Fault(`its ${part} was changed`, place);
  }

  async #verifyTheRest(): Promise<void> {
    const claimed = await countSealedEvents(this.#connection);
    if (claimed !== this.#found.events)
      throw new Fault(`${claimed} events claim a seal, seals hold ${this.#found.events}`);
    if (this.#through > (this.#newest?.id ?? 0)) throw new Fault("seals of retired events are gone");
    for (let after = 0; ; ) {
      const events = await readUnsealedEvents(this.#connection, after, eventsAtOnce);
      for (const event of events) this.#verifyParts(event);
      this.#found.unsealedEvents += events.length;
      const last = events.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
    const misled = await findMisledPseudonym(this.#connection);
    if (misled !== undefined) throw new Fault("its pseudonym was given to somebody else", { event: misled });
    if (this.#anchor !== undefined && !this.#anchored) throw new Fault("the seal noted elsewhere is not in the chain");
  }
}

/** Seals one after the other, as many at once as have about `eventsAtOnce` events. */
function inBatches(seals: readonly SealRow[]): SealRow[][] {
  const batches: SealRow[][] = [];
  let room = 0;
  for (const seal of seals) {
    if (room < seal.count) batches.push([]);
    room = room < seal.count ? eventsAtOnce - seal.count : room - seal.count;
    batches.at(-1)?.push(seal);
  }
  return batches;
}

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

function named(seal: SealRow | undefined): NamedSeal | null {
  return seal === undefined ? null : { id: seal.id, sealedAt: seal.sealedAt, hash: seal.hash };
}
