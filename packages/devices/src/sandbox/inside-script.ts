import { readFileSync } from "node:fs";

/** In the order in which each needs the ones before it. */
const parts = ["bytes-text", "buffer", "globals", "locale", "checked-copy", "run-codec"];

/**
 * The files of `inside/` as one script for QuickJS, which is given no modules: each is an ES module so that it can be
 * read and checked like any other file. Its value is `{chooseCodec, runCodec, describeError}`.
 */
export function insideScript(): string {
  const functions = parts.map(asFunction).join("\n");
  return `(() => {"use strict";\n${functions}\nreturn {chooseCodec, runCodec, describeError};})()`;
}

/** A function call with the file as its body, whose value is what the file exports. */
function asFunction(name: string): string {
  const source = readFileSync(new URL(`./inside/${name}.js`, import.meta.url), "utf8");
  const exported = [...source.matchAll(/^export (?:function|class) (\w+)/gm)].map((match) => match[1]);
  const body = source.replaceAll(/^import [^;]*;$/gm, "").replaceAll(/^export /gm, "");
  return `const {${exported}} = (() => {\n${body}\nreturn {${exported}};\n})();`;
}
