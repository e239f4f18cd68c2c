import type { ConversionPiece } from "./conversion-pieces.ts";
import { hourReason } from "./hour-reason.ts";
import { hourMs, type Span } from "./span.ts";

export interface HourlyConsumption {
  /** Start of the UTC hour */
  readonly hourMs: number;
  /** In the register's unit, for the part of the hour that is known; null, never 0, where none is. */
  readonly native: number | null;
  /** null where no conversion to energy holds for all of it. Gas: kWh PCS. */
  readonly energyKwh: number | null;
  /** Parts of the hour; their sum is 1. */
  readonly measuredShare: number;
  readonly estimatedShare: number;
  readonly missingShare: number;
  /** Why it is not wholly measured: bits, see hourReason. */
  readonly reasons: number;
}

/** Adds parts of hours up, given in order of time. */
export class HourAccumulator {
  readonly #finished: HourlyConsumption[] = [];
  #hour = Number.NaN;
  #native = 0;
  #kwh: number | null = 0;
  #measuredMs = 0;
  #estimatedMs = 0;
  #toldMs = 0;
  #reasons = 0;

  /** `values` raw values within [fromMs, toMs) of one hour. */
  add(fromMs: number, toMs: number, values: number, { certainty, reasons }: Span, piece: ConversionPiece): void {
    const hour = Math.floor(fromMs / hourMs) * hourMs;
    if (hour !== this.#hour) this.#begin(hour);
    this.#toldMs += toMs - fromMs;
    this.#reasons |= reasons;
    if (certainty === "missing") return;
    if (piece.unitPerValue === undefined) {
      this.#reasons |= hourReason.noParameter;
      return;
    }
    const native = values * piece.unitPerValue;
    this.#native += native;
    this.#kwh = this.#kwh === null || piece.kwhPerUnit === undefined ? null : this.#kwh + native * piece.kwhPerUnit;
    if (certainty === "measured") this.#measuredMs += toMs - fromMs;
    else this.#estimatedMs += toMs - fromMs;
  }

  finish(): HourlyConsumption[] {
    this.#begin(Number.NaN);
    return this.#finished;
  }

  #begin(hour: number): void {
    if (!Number.isNaN(this.#hour)) {
      const knownMs = this.#measuredMs + this.#estimatedMs;
      this.#finished.push({
        hourMs: this.#hour,
        native: knownMs > 0 ? this.#native : null,
        energyKwh: knownMs > 0 ? this.#kwh : null,
        measuredShare: this.#measuredMs / hourMs,
        estimatedShare: this.#estimatedMs / hourMs,
        missingShare: (hourMs - knownMs) / hourMs,
        reasons: this.#toldMs < hourMs ? this.#reasons | hourReason.nothingHeard : this.#reasons,
      });
    }
    this.#hour = hour;
    this.#native = 0;
    this.#kwh = 0;
    this.#measuredMs = 0;
    this.#estimatedMs = 0;
    this.#toldMs = 0;
    this.#reasons = 0;
  }
}
