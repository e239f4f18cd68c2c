/**
 * A codec written as an ES module, as a script: its `export`s are taken off its declarations. `import` cannot be helped.
 * Returns undefined where the source exports nothing.
 */
export function withoutExports(source: string): string | undefined {
  const declarations =
    /^([ \t]*)export[ \t]+(?:default[ \t]+)?(?=(?:async[ \t]+)?(?:function|class|const|let|var)\b)/gm;
  const defaults = /^([ \t]*)export[ \t]+default\b/gm;
  const lists = /^[ \t]*export[ \t]*\{[^}]*\}[ \t]*;?/gm;
  const script = source
    .replace(declarations, "$1")
    .replace(defaults, "$1module.exports =")
    // Lines stay where they are: errors name them.
    .replace(lists, (list) => list.replace(/[^\n]/g, ""));
  return script === source ? undefined : script;
}
