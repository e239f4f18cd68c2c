/**
 * A value as JSON that PostgreSQL's jsonb accepts: NUL and lone surrogates, which it refuses, become the replacement
 * character. One odd device name would otherwise cost its whole event.
 */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes("\\u")
    ? text.replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === "\\\\" ? found : "\\ufffd"))
    : text;
}
