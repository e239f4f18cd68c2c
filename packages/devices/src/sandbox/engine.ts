import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import variantModule from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSContext } from "quickjs-emscripten-core";
import type { SandboxLimits } from "./sandbox-limits.ts";

/** Everything that a script has done, to go back to: the engine's memory but for its idle stack. */
export interface MemoryImage {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/**
 * QuickJS in WebAssembly, with a clock that stands where we put it and a memory that can be put back as it was. That is
 * what makes a fresh start cheap: a new context and the script read again would cost milliseconds, this 20 µs.
 */
export interface Engine {
  readonly context: QuickJSContext;
  /** Says to the scripts what time it is, in ms since 1970; their time zone is UTC. Resets `wasClockRead`. */
  setClock(nowMs: number): void;
  wasClockRead(): boolean;
  /** Gives the scripts so much CPU time from now. Resets `ranOutOfTime`. */
  allowCpu(milliseconds: number): void;
  ranOutOfTime(): boolean;
  takeImage(): MemoryImage;
  /** All handles made after the image was taken are void then: use them no more, not even to dispose of them. */
  restore(image: MemoryImage): void;
  /** What lies above an image in memory is free and never read; but before another image is taken it has to be zeros again. */
  clearAbove(image: MemoryImage): void;
}

/** Its types say CommonJS, where the variant would be under `default`; Node loads the ES module. */
const variant = "default" in variantModule ? variantModule.default : variantModule;
const wasmPage = 65_536;
const firstPages = 256;
const wasmFile = fileURLToPath(import.meta.resolve("@jitl/quickjs-wasmfile-release-sync/wasm"));

export async function createEngine(limits: SandboxLimits): Promise<Engine> {
  const memory = new WebAssembly.Memory({
    initial: firstPages,
    maximum: firstPages + Math.ceil(limits.memoryBytes / wasmPage),
  });
  const clock = { nowMs: 0, wasRead: false };
  const budget = { untilMs: 0, isSpent: false };
  const context = await startQuickJs(memory, clock);
  context.runtime.setMemoryLimit(limits.memoryBytes);
  context.runtime.setMaxStackSize(limits.stackBytes);
  context.runtime.setInterruptHandler(() => {
    budget.isSpent ||= cpuMs() > budget.untilMs;
    return budget.isSpent;
  });
  const stack = idleStack(memory);
  return {
    context,
    setClock: (nowMs) => Object.assign(clock, { nowMs, wasRead: false }),
    wasClockRead: () => clock.wasRead,
    allowCpu: (milliseconds) => Object.assign(budget, { untilMs: cpuMs() + milliseconds, isSpent: false }),
    ranOutOfTime: () => budget.isSpent,
    takeImage: () => {
      const bytes = new Uint8Array(memory.buffer);
      return { low: bytes.slice(0, stack.start), high: bytes.slice(stack.end, usedBytes(memory)) };
    },
    restore: ({ low, high }) => {
      const bytes = new Uint8Array(memory.buffer);
      bytes.set(low, 0);
      bytes.set(high, stack.end);
    },
    clearAbove: ({ high }) => {
      new Uint8Array(memory.buffer).fill(0, stack.end + high.length);
    },
  };
}

async function startQuickJs(memory: WebAssembly.Memory, clock: { nowMs: number; wasRead: boolean }) {
  const module = new WebAssembly.Module(readFileSync(wasmFile));
  const instantiateWasm = (imports: WebAssembly.Imports, onSuccess: (instance: WebAssembly.Instance) => void) => {
    const instance = new WebAssembly.Instance(module, {
      ...imports,
      a: { ...imports["a"], ...ownTime(memory, clock) },
    });
    onSuccess(instance);
    return instance.exports;
  };
  const quickJs = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmMemory: memory, emscriptenModule: { instantiateWasm } }),
  );
  return quickJs.newRuntime().newContext();
}

/**
 * In place of the engine's imports for time. Their one-letter names are those of 0.32.0, which is pinned: `p` is
 * Emscripten's date_now, `m` localtime(seconds, struct tm) and `n` tzset. Tests hold the clock and the time zone.
 */
function ownTime(memory: WebAssembly.Memory, clock: { nowMs: number; wasRead: boolean }) {
  return {
    p: () => {
      clock.wasRead = true;
      return clock.nowMs;
    },
    m: (seconds: bigint, tm: number) => {
      const date = new Date(Number(seconds) * 1000);
      const yearStart = Date.UTC(date.getUTCFullYear());
      const fields = [
        date.getUTCSeconds(),
        date.getUTCMinutes(),
        date.getUTCHours(),
        date.getUTCDate(),
        date.getUTCMonth(),
        date.getUTCFullYear() - 1900,
        date.getUTCDay(),
        Math.floor((date.getTime() - yearStart) / 86_400_000),
      ];
      new Int32Array(memory.buffer, tm, 10).set([...fields, 0, 0]);
    },
    n: (offset: number, hasDaylight: number) => {
      new Int32Array(memory.buffer)[offset >> 2] = 0;
      new Int32Array(memory.buffer)[hasDaylight >> 2] = 0;
    },
  };
}

/**
 * The stack's untouched part, megabytes of zeros between the engine's constants and its heap: nothing lives there while
 * no script runs, so it need not be copied. Both ends are kept away from it by the rounding to whole pages.
 */
function idleStack(memory: WebAssembly.Memory): { readonly start: number; readonly end: number } {
  const page = 4096;
  const bytes = new Uint8Array(memory.buffer);
  let longest = { start: 0, end: 0 };
  let start = 0;
  for (let at = 0, used = usedBytes(memory); at < used; at += page) {
    if (bytes.subarray(at, at + page).every((byte) => byte === 0)) {
      if (at + page - start > longest.end - longest.start) longest = { start, end: at + page };
    } else start = at + page;
  }
  return longest;
}

/** Up to the last byte that is not zero. */
function usedBytes(memory: WebAssembly.Memory): number {
  const words = new BigUint64Array(memory.buffer);
  let last = words.length - 1;
  while (last > 0 && words[last] === 0n) last -= 1;
  return (last + 1) * 8;
}

/** CPU time of this thread, ms. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
