import type { CorrectionKind } from "@gtb/contracts/corrections";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { storedReadingsQuery } from "../../api/meters.ts";
import { printUnit } from "../../format/unit.ts";
import { useFormat } from "../../format/use-format.ts";
import { parameterAt, toIndex } from "./counts.ts";
import type { RegisterPlace } from "./register-place.ts";

interface CorrectionPreviewProps extends Pick<RegisterPlace, "register" | "setup"> {
  readonly point: string;
  readonly kind: CorrectionKind;
  readonly from: Date | undefined;
  /** Included. */
  readonly to: Date | undefined;
  /** Raw; of `set` only. */
  readonly value: number | undefined;
}

/** What a correction would change, before it is made. */
export function CorrectionPreview({ from, to, ...rest }: CorrectionPreviewProps) {
  if (from === undefined || to === undefined || to < from) return null;
  return <RangePreview {...rest} from={from} to={to} />;
}

function RangePreview({
  register,
  setup,
  point,
  kind,
  from,
  to,
  value,
}: CorrectionPreviewProps & { from: Date; to: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(storedReadingsQuery(point, from, new Date(to.getTime() + 1)));
  if (data === undefined) return null;
  const flags = data.flags ?? [];
  const weight = parameterAt(setup.parameters, from);
  const unit = printUnit(register.unit);
  const show = (counts: number) => `${format.exact(weight ? toIndex(counts, weight) : counts)} ${unit}`;
  if (kind === "set") {
    const old = data.values[0];
    const text =
      value === undefined || value === old
        ? null
        : old == null
          ? t("meter.previewAdds", { value: show(value) })
          : t("meter.previewSets", { old: show(old), value: show(value) });
    return text === null ? null : <p className="meter-consequence">{text}</p>;
  }
  const touched = flags.filter((own) =>
    kind === "void" ? !own.includes("void") : own.includes("void") || own.includes("corrected"),
  );
  return (
    <p className="meter-consequence">
      {t(kind === "void" ? "meter.previewVoids" : "meter.previewRestores", { count: touched.length })}
    </p>
  );
}
