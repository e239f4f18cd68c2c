import type { ImportContent } from "./import-mapping.ts";
import type { TargetName } from "./target-names.ts";

interface Lasting {
  /** ms since 1970; open ends are null */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** A register that a file may bring readings for. */
export interface ImportRegister {
  readonly registerId: number;
  /** uuid */
  readonly id: string;
  readonly building: string;
  readonly meter: string;
  /** uuid */
  readonly meterId: string;
  readonly name: string;
  readonly serialNumber: string | null;
  /** PRM, PCE */
  readonly deliveryPoint: string | null;
  readonly direction: "import" | "export";
  readonly tariffClass: string;
  readonly kind: "index" | "interval" | "power" | "virtual";
  /** UCUM */
  readonly unit: string;
  readonly points: readonly (Lasting & { readonly pointId: number })[];
  /** native = raw × unitPerCount × ctRatio */
  readonly parameters: readonly (Lasting & { readonly unitPerCount: number; readonly ctRatio: number })[];
}

/** The registers that each kind of value fits. A mean power becomes the energy of its interval. */
const kindOf: Readonly<Record<ImportContent, ImportRegister["kind"]>> = {
  index: "index",
  interval: "interval",
  power: "interval",
  reading: "index",
};
const frenchKind: Readonly<Record<ImportRegister["kind"], string>> = {
  index: "un index",
  interval: "des consommations par intervalle",
  power: "une puissance instantanée",
  virtual: "un calcul",
};
const frenchName: Readonly<Record<TargetName["holds"], string>> = {
  point: "point",
  register: "compteur",
  "delivery-point": "point de livraison (PRM, PCE)",
  "serial-number": "compteur de numéro de série",
};

/** The one register that is meant, or why there is none, in French. */
export function findRegister(
  registers: readonly ImportRegister[],
  { holds, name, tariffClass }: TargetName,
  content: ImportContent,
): ImportRegister | string {
  const named = registers.filter((register) => isNamed(register, holds, name));
  const [first] = named;
  if (first === undefined) return `aucun ${frenchName[holds]} « ${name} » dans cette organisation`;
  const fitting = named.filter(
    ({ kind, direction, tariffClass: itsClass }) =>
      kind === kindOf[content] &&
      (holds === "register" || direction === "import") &&
      (tariffClass === null || itsClass === tariffClass),
  );
  const [fit] = fitting;
  if (fit === undefined) return nothingFits(first, holds, name, content, tariffClass);
  if (fitting.length > 1) {
    const names = fitting.map((register) => `${register.meter} – ${register.name}`).join(", ");
    return `plusieurs registres conviennent à « ${name} » (${names}) : précisez la classe tarifaire ou choisissez-en un`;
  }
  return fit;
}

/** Of a name that no register fits though its meter is there: that meter. A curve can be added to it. */
export function meterWithoutCurve(
  registers: readonly ImportRegister[],
  { holds, name }: TargetName,
  content: ImportContent,
): ImportRegister | undefined {
  if (kindOf[content] !== "interval" || holds === "register") return undefined;
  const named = registers.filter((register) => isNamed(register, holds, name));
  return named.some(({ kind }) => kind === "interval") ? undefined : named[0];
}

function isNamed(register: ImportRegister, holds: TargetName["holds"], name: string): boolean {
  if (holds === "register") return register.id === name.toLowerCase();
  if (holds === "serial-number") return register.serialNumber?.replace(/\s/g, "") === name;
  // A spreadsheet takes a PRM for a number and drops the zero that it may begin with.
  return holds === "delivery-point" && register.deliveryPoint?.replace(/^0+|\s/g, "") === name.replace(/^0+/, "");
}

function nothingFits(
  register: ImportRegister,
  holds: TargetName["holds"],
  name: string,
  content: ImportContent,
  tariffClass: string | null,
): string {
  const wanted = frenchKind[kindOf[content]];
  if (holds === "register")
    return `« ${register.meter} – ${register.name} » compte ${frenchKind[register.kind]} ; le fichier donne ${wanted}`;
  const ofClass = tariffClass === null ? "" : ` de la classe « ${tariffClass} »`;
  return `« ${name} » n'a aucun registre${ofClass} qui compte ${wanted}`;
}
