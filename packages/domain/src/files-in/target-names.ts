import type { FileRecord, ImportTarget } from "./import-mapping.ts";

/** Which thing a value belongs to, before anybody has looked whether it exists. */
export interface TargetName {
  readonly holds: "point" | "register" | "delivery-point" | "serial-number";
  readonly name: string;
  readonly tariffClass: string | null;
}

const mostNotedLines = 50;

/** Says what each value's target is called. It keeps the cells above the table, where some files name their meter. */
export class TargetNames {
  readonly #cells = new Map<string, string>();

  note({ line, fields }: FileRecord): void {
    if (line <= mostNotedLines)
      for (const [at, text] of fields.entries()) this.#cells.set(`${line}:${at + 1}`, text.trim());
  }

  /** `cell`: of the line, where a column names the target. The name, or in French why there is none. */
  of(target: ImportTarget, cell: string | undefined): TargetName | string {
    if (target.by === "register") return { holds: "register", name: target.register, tariffClass: null };
    if (target.by === "point") return { holds: "point", name: target.point, tariffClass: null };
    const name = target.by === "column" ? cell?.trim() : this.#cells.get(`${target.line}:${target.column}`);
    if (!name)
      return target.by === "column" ? "l'identifiant est vide" : `la cellule ${target.line}:${target.column} est vide`;
    return { holds: target.holds, name: name.replace(/^'|\s/g, ""), tariffClass: target.tariffClass };
  }
}
