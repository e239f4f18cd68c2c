/** Ids as PostgreSQL writes an `int8multirange`, such as `{[1,4),[7,8)}`. What does not look like one holds no id. */
export class IdRanges {
  readonly #ranges: readonly (readonly [from: number, end: number])[];

  constructor(texts: readonly unknown[]) {
    this.#ranges = texts
      .flatMap((text) => (typeof text === "string" ? [...text.matchAll(/\[(\d+),(\d+)\)/g)] : []))
      .map(([, from, end]) => [Number(from), Number(end)] as const);
  }

  has(id: number): boolean {
    return this.#ranges.some(([from, end]) => from <= id && id < end);
  }
}
