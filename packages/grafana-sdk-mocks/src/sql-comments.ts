/** What may hold a comment's sign without being one, and the comments themselves. */
const quotedOrComment =
  /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)|\/\*[\s\S]*?(?:\*\/|$)|--[^\n]*/g;

/** The attribution of a query in the form of SQLCommenter. */
const attribution = /^\/\*\s*[\w%.-]+='[^'*]*'(\s*,\s*[\w%.-]+='[^'*]*')*\s*\*\/$/;

/**
 * Grafana takes comments out before it expands macros, so a macro in a comment is never expanded; it leaves an
 * attribution in, unless that holds a macro itself. Source: macros.go, stripSQLComments.
 */
export function stripSqlComments(sql: string): string {
  return sql.replace(quotedOrComment, (part) => {
    if (part.startsWith("--")) return "";
    if (!part.startsWith("/*")) return part;
    return attribution.test(part) && !part.includes("$__") ? part : "";
  });
}
