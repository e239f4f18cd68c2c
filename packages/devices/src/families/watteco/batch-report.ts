import { DecodeError } from "../../decode-error.ts";
import type { DecodedMeasurement } from "../../device-type.ts";
import type { BatchMeasure, BatchTable, SampleType } from "./batch-table.ts";
import { BitReader } from "./bit-reader.ts";
import { type HuffmanTree, huffmanTrees } from "./huffman-trees.ts";

/** A symbol above this one announces a number written in full; up to it, it is the number of bits that follow. */
const lastBitCount = 14;
/** First timestamps of the measures, and the report's own, are coded with this prefix code. */
const timestampTree = treeOf(1);

/** One measure's samples: times in the device's seconds, values before division. */
interface Series {
  readonly measure: BatchMeasure;
  readonly times: number[];
  readonly values: number[];
  readonly coding: number;
  readonly tree: HuffmanTree;
}

interface Batch {
  readonly bits: BitReader;
  readonly table: BatchTable;
  /** By tag; filled by the report's heading. */
  readonly series: Map<number, Series>;
  readonly measureCount: number;
  /** The last time read, from which the next one counts. */
  lastTime: number;
}

/**
 * Decodes a Watteco batch report (Huffman coded differences). The report's last number is the device's clock when it
 * was sent: a sample taken n seconds before that is dated n seconds before `heardAt`. Throws DecodeError.
 */
export function decodeBatchReport(bytes: Uint8Array, heardAt: Date, table: BatchTable): DecodedMeasurement[] {
  const bits = new BitReader(bytes);
  const flags = bits.unsigned(8);
  bits.unsigned(4); // the batch's number, of three bits, then a reserved bit
  const batch: Batch = { bits, table, series: new Map(), measureCount: flags >> 4, lastTime: 0 };
  const hasSamples = (flags & 0x04) === 0;
  const first = readHeading(batch, hasSamples);
  if (hasSamples && first) {
    if (flags & 0x02) readSamplesOfCommonTimes(batch, first);
    else readSamplesOfOwnTimes(batch);
  }
  const sentAt = readFirstTime(batch);
  return datedSamples(batch, heardAt.getTime() - sentAt * 1000);
}

/** Reads each measure's tag, first time, first value and coding; returns the first measure's series. */
function readHeading(batch: Batch, hasSamples: boolean): Series | undefined {
  let first: Series | undefined;
  for (let i = 0; i < batch.measureCount; i++) {
    const tag = batch.bits.unsigned(batch.table.tagBits);
    const measure = batch.table.measures.find((candidate) => candidate.tag === tag);
    if (!measure) throw new DecodeError(`batch: tag ${tag} is none of this device's`);
    batch.lastTime = readFirstTime(batch);
    const value = readFullValue(batch.bits, measure.type);
    const coding = hasSamples ? batch.bits.unsigned(2) : 0;
    const tree = hasSamples ? treeOf(batch.bits.unsigned(2)) : timestampTree;
    const series = { measure, times: [batch.lastTime], values: [value], coding, tree };
    batch.series.set(tag, series);
    first ??= series;
  }
  return first;
}

function readSamplesOfCommonTimes(batch: Batch, first: Series): void {
  const { bits } = batch;
  const times = readCommonTimes(batch, first.times[0] ?? 0);
  for (let i = 0; i < batch.measureCount; i++) {
    const series = readSeriesTag(batch);
    let repeatsHeading = true;
    for (const time of times) {
      if (bits.unsigned(1) === 0) continue;
      const symbol = bits.symbol(series.tree);
      // The first unchanged value is the one that the heading gave already.
      if (symbol === 0 && repeatsHeading) {
        repeatsHeading = false;
        continue;
      }
      series.values.push(readValue(bits, series, symbol));
      series.times.push(time);
    }
  }
}

function readCommonTimes(batch: Batch, firstTime: number): number[] {
  const { bits } = batch;
  const count = bits.unsigned(8);
  const tree = treeOf(bits.unsigned(2));
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const symbol = bits.symbol(tree);
    const time = i === 0 && symbol <= lastBitCount ? firstTime : readTime(bits, times[i - 1] ?? 0, symbol);
    times.push(time);
    batch.lastTime = time;
  }
  return times;
}

function readSamplesOfOwnTimes(batch: Batch): void {
  const { bits } = batch;
  for (let i = 0; i < batch.measureCount; i++) {
    const series = readSeriesTag(batch);
    const count = bits.unsigned(8);
    if (count === 0) continue;
    const timeTree = treeOf(bits.unsigned(2));
    for (let sample = 0; sample < count; sample++) {
      const time = readTime(bits, series.times.at(-1) ?? 0, bits.symbol(timeTree));
      series.times.push(time);
      if (time > batch.lastTime) batch.lastTime = time;
      series.values.push(readValue(bits, series, bits.symbol(series.tree)));
    }
  }
}

function readSeriesTag({ bits, table, series }: Batch): Series {
  const tag = bits.unsigned(table.tagBits);
  const found = series.get(tag);
  if (!found) throw new DecodeError(`batch: samples of tag ${tag}, which the report's heading does not announce`);
  return found;
}

/** A time that follows no sample of its own measure: coded from the last time read, or in full where that is 0. */
function readFirstTime({ bits, lastTime }: Batch): number {
  return lastTime === 0 ? bits.unsigned(32) : readTime(bits, lastTime, bits.symbol(timestampTree));
}

function readTime(bits: BitReader, previous: number, symbol: number): number {
  if (symbol > lastBitCount) return bits.unsigned(32);
  return symbol === 0 ? previous : previous + bits.unsigned(symbol) + 2 ** symbol - 1;
}

function readValue(bits: BitReader, series: Series, symbol: number): number {
  if (symbol > lastBitCount) return readFullValue(bits, series.measure.type);
  const previous = series.values.at(-1) ?? 0;
  if (symbol === 0) return previous;
  const coded = bits.unsigned(symbol);
  const { resolution } = series.measure;
  // Coding 0 carries differences of either sign, 1 only rises, 2 and 3 only falls.
  if (series.coding === 0) {
    const steps = coded >= 2 ** (symbol - 1) ? coded : coded + 1 - 2 ** symbol;
    return steps * resolution + previous;
  }
  const steps = coded + 2 ** symbol - 1;
  return series.coding === 1 ? steps * resolution + previous : previous - steps * resolution;
}

const widths: Readonly<Record<Exclude<SampleType, "float32">, number>> = {
  bool: 1,
  uint4: 4,
  int4: 4,
  uint8: 8,
  int8: 8,
  uint16: 16,
  int16: 16,
  uint24: 24,
  int24: 24,
  uint32: 32,
  int32: 32,
};
const floatBits = new DataView(new ArrayBuffer(4));

function readFullValue(bits: BitReader, type: SampleType): number {
  if (type === "float32") {
    floatBits.setUint32(0, bits.unsigned(32));
    const value = floatBits.getFloat32(0);
    if (!Number.isFinite(value)) throw new DecodeError("batch: a value is not a finite number");
    return value;
  }
  return type.startsWith("int") ? bits.signed(widths[type]) : bits.unsigned(widths[type]);
}

function treeOf(number: number): HuffmanTree {
  const tree = huffmanTrees[number];
  if (!tree) throw new DecodeError(`batch: there is no prefix code number ${number}`);
  return tree;
}

/** Values in their unit, dated: device second 0 is `epochMs`. In the order of the device's table. */
function datedSamples({ table, series }: Batch, epochMs: number): DecodedMeasurement[] {
  const samples: DecodedMeasurement[] = [];
  for (const { tag, name, divisor } of table.measures) {
    const found = series.get(tag);
    if (!found) continue;
    for (const [i, value] of found.values.entries()) {
      const time = new Date(epochMs + (found.times[i] ?? 0) * 1000);
      samples.push({ name, value: divisor === 1 ? value : value / divisor, time });
    }
  }
  return samples;
}
