import { ByteReader } from "../../byte-reader.ts";
import type { DecodeResult, UplinkPayload } from "../../device-type.ts";

/** Adeunis' clocks count seconds from 1 January 2013, UTC unless the device was given a time zone. */
const clockEpochMs = Date.UTC(2013, 0, 1);
const timestampBytes = 4;
const timestampFlag = 0x04;

/** One Adeunis frame while it is decoded: a code, a status byte, then what the code announces. */
export class AdeunisFrame {
  readonly code: number;
  readonly status: number;
  /** Reads from the byte that follows the status. */
  readonly reader: ByteReader;
  /** Number of bytes of the whole frame. */
  readonly length: number;
  readonly #heardAt: Date;
  readonly #values: { name: string; value: number; ageSeconds: number }[] = [];
  readonly #statusValues: { name: string; value: number }[] = [];
  readonly #warnings: string[] = [];

  constructor({ bytes, time }: UplinkPayload) {
    this.reader = new ByteReader(bytes);
    this.length = bytes.length;
    this.code = this.reader.uint8();
    this.status = this.reader.uint8();
    this.#heardAt = time;
  }

  /** A value measured `ageSeconds` before the frame's own time. */
  add(name: string, value: number, ageSeconds = 0): void {
    this.#values.push({ name, value, ageSeconds });
  }

  /** What the status byte says: true when the frame was sent, whatever its time stamp. */
  addStatus(name: string, value: number): void {
    this.#statusValues.push({ name, value });
  }

  addFlag(name: string, byte: number, mask: number): void {
    this.add(name, byte & mask ? 1 : 0);
  }

  warn(warning: string): void {
    if (!this.#warnings.includes(warning)) this.#warnings.push(warning);
  }

  /** Bytes left before the time stamp, where the frame says that it ends with one. */
  get remaining(): number {
    return this.reader.remaining - (this.status & timestampFlag ? timestampBytes : 0);
  }

  /**
   * Dates the values: from the time stamp that follows them, else from when the frame was heard. Devices before
   * version 4 have no time stamp whatever the flag says: their frames then end here.
   */
  finish(): DecodeResult {
    const isStamped = this.#values.length > 0 && this.status & timestampFlag && this.reader.remaining > 0;
    const measuredMs = isStamped ? clockEpochMs + this.reader.uint32BE() * 1000 : this.#heardAt.getTime();
    const measurements = [
      ...this.#values.map(({ name, value, ageSeconds }) => {
        return { name, value, time: new Date(measuredMs - ageSeconds * 1000) };
      }),
      ...this.#statusValues.map(({ name, value }) => ({ name, value, time: this.#heardAt })),
    ];
    return { measurements, warnings: this.#warnings };
  }
}

/** Reads what a frame code announces, into the frame. */
export type ReadFrame = (frame: AdeunisFrame) => void;
