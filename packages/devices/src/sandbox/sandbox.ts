import type { QuickJSHandle } from "quickjs-emscripten-core";
import { type CodecAnswer, type CodecUplink, failed, readCodecAnswer } from "./codec-answer.ts";
import { createEngine, type Engine, type MemoryImage } from "./engine.ts";
import { insideScript } from "./inside-script.ts";
import { withoutExports } from "./module-syntax.ts";
import type { SandboxLimits } from "./sandbox-limits.ts";

/** A script whose top level ran well. */
interface LoadedCodec {
  /** The script as it was evaluated. */
  readonly plain: string;
  /** Undefined where its top level asked for the time: for each uplink it has to run again, at that uplink's time. */
  readonly image: MemoryImage | undefined;
}

interface Inside {
  readonly chooseCodec: QuickJSHandle;
  readonly runCodec: QuickJSHandle;
  readonly describeError: QuickJSHandle;
  readonly image: MemoryImage;
}

const mostCodecs = 64;
const scriptName = "codec.js";
const noCodec = "the script defines none of decodeUplink(input), Decoder(bytes, port), Decode(fPort, bytes)";
const ownFunctions = `({__proto__: null,
  decodeUplink: typeof decodeUplink === "function" ? decodeUplink : undefined,
  Decoder: typeof Decoder === "function" ? Decoder : undefined,
  Decode: typeof Decode === "function" ? Decode : undefined})`;

/**
 * Runs codecs in this thread, one uplink at a time. Each uplink finds the script as it was when its top level had just
 * run: nothing that an uplink changed, a global or a prototype, is there for the next, nor for another script.
 * A loop inside the engine's own functions (`Array(1e9).sort()`) can outlast the limits: see CodecPool.
 */
export class Sandbox {
  readonly #engine: Engine;
  readonly #limits: SandboxLimits;
  readonly #inside: Inside;
  /** The most recently used last; a script that cannot be loaded has its answer here. */
  readonly #loaded = new Map<string, LoadedCodec | CodecAnswer>();

  private constructor(engine: Engine, limits: SandboxLimits) {
    this.#engine = engine;
    this.#limits = limits;
    engine.allowCpu(limits.loadCpuMs);
    const { context } = engine;
    const inside = context.unwrapResult(context.evalCode(insideScript(), "sandbox.js", { type: "global" }));
    const property = (name: string) => context.getProp(inside, name);
    const functions = { chooseCodec: property("chooseCodec"), runCodec: property("runCodec") };
    this.#inside = { ...functions, describeError: property("describeError"), image: engine.takeImage() };
  }

  static async create(limits: SandboxLimits): Promise<Sandbox> {
    return new Sandbox(await createEngine(limits), limits);
  }

  /**
   * Never fails for what the codec does. Throws where the engine itself broke, WebAssembly.RuntimeError and the like:
   * throw the sandbox away then.
   */
  decode(script: string, uplink: CodecUplink): CodecAnswer {
    const nowMs = uplink.recvTime.getTime();
    const known = this.#loaded.get(script);
    const codec = known ?? this.#load(script, nowMs);
    this.#remember(script, codec);
    if ("answered" in codec) return codec;
    if (codec.image !== undefined) this.#engine.restore(codec.image);
    else if (known !== undefined) {
      const failure = this.#evaluate(codec.plain, nowMs);
      if (failure !== undefined) return failure;
    }
    return this.#run(uplink);
  }

  #remember(script: string, codec: LoadedCodec | CodecAnswer): void {
    this.#loaded.delete(script);
    this.#loaded.set(script, codec);
    const [oldest] = this.#loaded.keys();
    if (this.#loaded.size > mostCodecs && oldest !== undefined) this.#loaded.delete(oldest);
  }

  /** Leaves the engine as it is when the script's top level has just run. */
  #load(script: string, nowMs: number): LoadedCodec | CodecAnswer {
    this.#engine.clearAbove(this.#inside.image);
    let plain = script;
    let failure = this.#evaluate(plain, nowMs);
    const withoutModule = failure?.errors[0]?.startsWith("SyntaxError") ? withoutExports(script) : undefined;
    if (withoutModule !== undefined) {
      plain = withoutModule;
      failure = this.#evaluate(plain, nowMs);
    }
    return failure ?? { plain, image: this.#engine.wasClockRead() ? undefined : this.#engine.takeImage() };
  }

  /** Runs the script's top level and finds its function. Returns what went wrong. */
  #evaluate(script: string, nowMs: number): CodecAnswer | undefined {
    const { context } = this.#engine;
    this.#engine.restore(this.#inside.image);
    this.#engine.setClock(nowMs);
    this.#engine.allowCpu(this.#limits.loadCpuMs);
    const evaluated = context.evalCode(script, scriptName, { type: "global", strict: false });
    if (evaluated.error) return this.#failure(evaluated.error, this.#limits.loadCpuMs);
    const found = context.evalCode(ownFunctions, "sandbox.js", { type: "global" });
    if (found.error) return this.#failure(found.error, this.#limits.loadCpuMs);
    const chosen = context.callFunction(this.#inside.chooseCodec, context.undefined, found.value);
    if (chosen.error) return this.#failure(chosen.error, this.#limits.loadCpuMs);
    return context.getString(chosen.value) === "" ? failed(noCodec) : undefined;
  }

  #run({ bytes, fPort, recvTime }: CodecUplink): CodecAnswer {
    const { context } = this.#engine;
    const nowMs = recvTime.getTime();
    this.#engine.setClock(nowMs);
    this.#engine.allowCpu(this.#limits.decodeCpuMs);
    const input = context.newString(JSON.stringify({ bytes: Array.from(bytes), fPort, recvTime: nowMs }));
    const returned = context.callFunction(this.#inside.runCodec, context.undefined, input);
    if (returned.error) return this.#failure(returned.error, this.#limits.decodeCpuMs);
    return readCodecAnswer(context.getString(returned.value), lineInScript);
  }

  /** Asks the inside what was thrown, for its fields may be traps; within the same CPU budget. */
  #failure(error: QuickJSHandle, cpuMs: number): CodecAnswer {
    const { context } = this.#engine;
    if (this.#engine.ranOutOfTime())
      return failed(`the codec was stopped: it used more than ${cpuMs} ms of CPU time`, { stopped: true });
    const described = context.callFunction(this.#inside.describeError, context.undefined, error);
    if (described.error) return failed("the codec failed and its error cannot be read", { stopped: true });
    return readCodecAnswer(JSON.stringify({ failure: context.dump(described.value) }), lineInScript);
  }
}

function lineInScript(stack: string): number | undefined {
  const line = /\bcodec\.js:(\d+)/.exec(stack)?.[1];
  return line === undefined ? undefined : Number(line);
}
