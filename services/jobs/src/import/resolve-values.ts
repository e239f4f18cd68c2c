import type { Pool } from "@gtb/database/pool";
import { findPoints } from "@gtb/database/queries/find-points";
import { readingQuality } from "@gtb/domain/energy/reading-quality";
import { findRegister, type ImportRegister } from "@gtb/domain/files-in/find-register";
import type { FileValue, Refusal } from "@gtb/domain/files-in/line-converter";
import { rawReading } from "@gtb/domain/files-in/raw-reading";
import type { CountedValue } from "./run-totals.ts";

/** A value of a file whose point is known: raw as the point keeps it, native as people count it. */
export interface ResolvedValue extends CountedValue {
  readonly value: number;
  readonly quality: number;
}

/** A clock may be a little ahead. */
const toleratedFutureMs = 5 * 60_000;
/** Reference years of the French rules begin in 2010: older files exist, much older stamps are faults. */
const earliestMs = Date.UTC(2000, 0, 1);
const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Finds the points of a file's values among those of one organisation, each name once. */
export class ValueResolver {
  readonly #pool: Pool;
  readonly #organisationId: number;
  readonly #registers: readonly ImportRegister[];
  readonly #found = new Map<string, ImportRegister | string>();
  readonly #points = new Map<string, number | undefined>();

  constructor(pool: Pool, organisationId: number, registers: readonly ImportRegister[]) {
    this.#pool = pool;
    this.#organisationId = organisationId;
    this.#registers = registers;
  }

  /** In order: each value, or why it is refused. */
  async resolve(values: readonly FileValue[]): Promise<(ResolvedValue | Refusal)[]> {
    await this.#findPoints(values);
    const latestMs = Date.now() + toleratedFutureMs;
    return values.map((value) => {
      const { line, column, timeMs } = value;
      const refuse = (reason: string): Refusal => ({ line, column, reason });
      if (timeMs > latestMs) return refuse(`${new Date(timeMs).toISOString()} est dans l'avenir`);
      if (timeMs < earliestMs) return refuse(`${new Date(timeMs).toISOString()} est trop ancien`);
      const resolved = value.target.holds === "point" ? this.#ofPoint(value) : this.#ofRegister(value);
      return typeof resolved === "string" ? refuse(resolved) : resolved;
    });
  }

  #ofRegister(value: FileValue): ResolvedValue | string {
    const { target, rule, startMs, timeMs } = value;
    const key = `${target.holds} ${target.name} ${target.tariffClass} ${rule.content}`;
    const register = this.#found.get(key) ?? findRegister(this.#registers, target, rule.content);
    this.#found.set(key, register);
    if (typeof register === "string") return register;
    const raw = rawReading(value, register);
    if (typeof raw === "string") return raw;
    const { registerId, kind } = register;
    return { ...raw, registerId, isIndex: kind === "index", startMs, timeMs, quality: qualityOf(value) };
  }

  #ofPoint(value: FileValue): ResolvedValue | string {
    const pointId = this.#points.get(value.target.name.toLowerCase());
    if (pointId === undefined) return `aucun point ${value.target.name} dans cette organisation`;
    const { value: number, startMs, timeMs } = value;
    return {
      pointId,
      registerId: null,
      isIndex: false,
      startMs,
      timeMs,
      value: number,
      native: number,
      quality: qualityOf(value),
    };
  }

  async #findPoints(values: readonly FileValue[]): Promise<void> {
    const names = values.flatMap(({ target }) => (target.holds === "point" ? [target.name.toLowerCase()] : []));
    const unknown = [...new Set(names)].filter((name) => !this.#points.has(name) && uuidShape.test(name));
    if (unknown.length === 0) return;
    const found = await findPoints(this.#pool, unknown, this.#organisationId);
    for (const name of unknown) this.#points.set(name, found.get(name));
  }
}

function qualityOf({ estimated }: FileValue): number {
  return estimated ? readingQuality.estimatedAtSource : 0;
}
