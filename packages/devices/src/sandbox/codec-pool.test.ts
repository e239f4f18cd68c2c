import { afterEach, describe, expect, it, vi } from "vitest";

// Threads start late on a machine that runs other tests beside.
vi.setConfig({ testTimeout: 60_000 });

import { CodecPool, type CodecPoolOptions } from "./codec-pool.ts";
import { CodecTrust } from "./codec-trust.ts";

const good = "function decodeUplink(i) { return { data: { port: i.fPort } } }";
/** The engine's own loop over 2 ** 32 places, which no interrupt handler stops; on port 9 only. */
const hangs = `function decodeUplink(i) { if (i.fPort === 9) [].sort.call({ length: 2 ** 32 }); return { data: { port: i.fPort } } }`;
const loops = "function decodeUplink() { for (;;); }";

let pool: CodecPool;
afterEach(() => pool.close());

function decodeWith(options: CodecPoolOptions) {
  pool = new CodecPool(options);
  return (script: string, fPort: number) =>
    pool.decode(script, { bytes: new Uint8Array([1]), fPort, recvTime: new Date("2026-03-01T08:00:00Z") });
}

describe("CodecPool", () => {
  it("answers each uplink with its own, in any number of turns", async () => {
    const decode = decodeWith({ threads: 2 });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, fPort) => decode(good, fPort)));
    expect(answers.map(({ data }) => data)).toEqual(Array.from({ length: 100 }, (_, port) => ({ port })));
  });

  it("ends a thread that hangs, loses that one uplink and decodes those behind it", async () => {
    const decode = decodeWith({ threads: 1, killAfterMs: 1500 });
    const answers = await Promise.all([decode(hangs, 1), decode(hangs, 9), decode(hangs, 3), decode(good, 4)]);
    expect(answers.map(({ data, errors }) => [data, errors])).toEqual([
      [{ port: 1 }, []],
      [null, ["the codec was stopped: it gave no answer for 1500 ms"]],
      [{ port: 3 }, []],
      [{ port: 4 }, []],
    ]);
  });

  it("lets the caller's own loop run meanwhile", async () => {
    const decode = decodeWith({ threads: 1 });
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 10);
    await decode(loops, 1);
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
  });

  it("refuses a script that it stopped three times in a row, and no other", async () => {
    const decode = decodeWith({ threads: 1 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((port) => decode(loops, port)));
    const stopped = "the codec was stopped: it used more than 250 ms of CPU time";
    const errors = answers.flatMap((answer) => answer.errors);
    expect(errors.slice(0, 3)).toEqual([stopped, stopped, stopped]);
    expect(errors.slice(3).join()).toMatch(/^(the codec is not run until \S+Z: it was stopped 3 times in a row,?){2}$/);
    expect((await decode(good, 1)).errors).toEqual([]);
  });

  it("says so to whoever waits when it is closed", async () => {
    const decode = decodeWith({ threads: 1 });
    const waiting = [decode(loops, 1), decode(good, 2)];
    await pool.close();
    expect((await Promise.all(waiting)).map(({ errors }) => errors)).toEqual([
      ["the codec pool was closed"],
      ["the codec pool was closed"],
    ]);
    expect((await decode(good, 3)).errors).toEqual(["the codec pool is closed"]);
  });
});

describe("CodecTrust", () => {
  it("gives a script another chance after its time, and forgets what is past once it answers", () => {
    vi.useFakeTimers({ now: 0 });
    const trust = new CodecTrust(2, 1000);
    const answer = { data: null, errors: [], warnings: [], answered: true };
    trust.heard("a", { ...answer, stopped: true });
    expect(trust.refusal("a")).toBeUndefined();
    trust.heard("a", { ...answer, stopped: true });
    expect(trust.refusal("a")).toContain("stopped 2 times");
    vi.setSystemTime(1001);
    expect(trust.refusal("a")).toBeUndefined();
    trust.heard("a", { ...answer, stopped: false });
    trust.heard("a", { ...answer, stopped: true });
    expect(trust.refusal("a")).toBeUndefined();
    vi.useRealTimers();
  });
});
