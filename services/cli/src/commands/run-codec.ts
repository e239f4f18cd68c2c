import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { CodecAnswer } from "@gtb/devices/sandbox/codec-answer";
import { CodecPool } from "@gtb/devices/sandbox/codec-pool";
import { WrongUse } from "../exit-code.ts";
import { parseUplinkLine, UplinkLineError } from "../parse-uplink-line.ts";
import { readLines } from "../read-lines.ts";

export interface RunCodecOptions {
  readonly script: string;
}

/** So many lines are read ahead of the one that is printed. */
const mostAhead = 256;

type CodecLine = Pick<CodecAnswer, "data" | "errors" | "warnings">;

/**
 * `gtb codec run`: runs each uplink of standard input through a TS013 script in the sandbox, one JSON line out for each
 * line in, in order, while they come. What the codec does wrong is in the line's `errors` and no failure of the command.
 * Throws WrongUse where the script cannot be read.
 */
export async function runCodec({ script: path }: RunCodecOptions): Promise<void> {
  const script = await readScript(path);
  // Never refused: whoever tries a codec wants to see what it does with every line.
  const pool = new CodecPool({ threads: 1, stopsBeforeRefusal: 0 });
  try {
    await runLines(pool, script);
  } finally {
    await pool.close();
  }
}

async function runLines(pool: CodecPool, script: string): Promise<void> {
  const ahead: Promise<void>[] = [];
  let printed = Promise.resolve();
  let lineNumber = 0;
  for await (const line of readLines(process.stdin)) {
    lineNumber += 1;
    const answer = runLine(pool, script, line, lineNumber);
    const before = printed;
    printed = (async () => {
      await before;
      const { data, errors, warnings } = await answer;
      await print(`${JSON.stringify({ data, errors, warnings })}\n`);
    })();
    ahead.push(printed);
    if (ahead.length > mostAhead) await ahead.shift();
  }
  await printed;
}

async function runLine(pool: CodecPool, script: string, text: string, lineNumber: number): Promise<CodecLine> {
  try {
    const { uplink, warnings } = parseUplinkLine(text, new Date());
    const { fPort, bytes, time } = uplink;
    const answer = await pool.decode(script, { fPort, bytes, recvTime: time });
    const ofLine = warnings.map((warning) => `line ${lineNumber}: ${warning}`);
    return { ...answer, warnings: [...ofLine, ...answer.warnings] };
  } catch (error) {
    if (!(error instanceof UplinkLineError)) throw error;
    return { data: null, errors: [`line ${lineNumber}: ${error.message}`], warnings: [] };
  }
}

/** Waits for a slow reader, so that memory stays bounded. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function readScript(path: string): Promise<string> {
  try {
    const text = await readFile(path, "utf8");
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  } catch (error) {
    throw new WrongUse(`Script illisible : ${error instanceof Error ? error.message : String(error)}`);
  }
}
