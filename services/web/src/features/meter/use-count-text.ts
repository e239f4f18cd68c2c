import type { MeterRegister, Setup } from "../../api/meters.ts";
import { printUnit } from "../../format/unit.ts";
import { useFormat } from "../../format/use-format.ts";
import { parameterAt, toIndex } from "./counts.ts";

/** Writes a raw count as it reads on the meter at a time; as a bare count where nobody has said what one is worth. */
export function useCountText({ unit }: Pick<MeterRegister, "unit">, { parameters }: Pick<Setup, "parameters">) {
  const format = useFormat();
  return (counts: number, time: Date): string => {
    const weight = parameterAt(parameters, time);
    return weight === undefined ? format.exact(counts) : `${format.exact(toIndex(counts, weight))} ${printUnit(unit)}`;
  };
}
