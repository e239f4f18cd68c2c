import { describe, expect, it } from "vitest";
import { ByteReader } from "./byte-reader.ts";
import { DecodeError } from "./decode-error.ts";

function reading(...bytes: number[]): ByteReader {
  return new ByteReader(Uint8Array.from(bytes));
}

describe("ByteReader", () => {
  it("reads both byte orders and both signs", () => {
    expect(reading(0xff, 0xfe).uint16BE()).toBe(0xfffe);
    expect(reading(0xff, 0xfe).uint16LE()).toBe(0xfeff);
    expect(reading(0xff, 0xfe).int16BE()).toBe(-2);
    expect(reading(0xfe, 0xff).int16LE()).toBe(-2);
    expect(reading(0xfe).int8()).toBe(-2);
    expect(reading(0x80, 0, 0, 1).uint32BE()).toBe(0x80000001);
    expect(reading(0x80, 0, 0, 1).int32BE()).toBe(-0x7fffffff);
    expect(reading(1, 0, 0, 0x80).uint32LE()).toBe(0x80000001);
  });

  it("moves on, and looks ahead without moving", () => {
    const reader = reading(1, 2, 3);
    expect(reader.uint8()).toBe(1);
    expect([reader.offset, reader.remaining, reader.peek(), reader.peek(1), reader.peek(2)]).toEqual([
      1,
      2,
      2,
      3,
      undefined,
    ]);
    reader.skip(2);
    expect(reader.remaining).toBe(0);
  });

  it("reads a part of a larger buffer", () => {
    expect(new ByteReader(Uint8Array.from([9, 1, 2, 9]).subarray(1, 3)).uint16BE()).toBe(0x0102);
    expect(() => new ByteReader(Uint8Array.from([9, 1, 2, 9]).subarray(1, 3)).uint32BE()).toThrow(DecodeError);
  });

  it("says at which byte a payload ends too early", () => {
    const reader = reading(1, 2, 3);
    reader.skip(2);
    expect(() => reader.uint16BE()).toThrow("2 byte(s) expected at byte 2, it has 3");
    expect(() => reader.skip(2)).toThrow(DecodeError);
    expect(reader.uint8()).toBe(3);
  });
});
