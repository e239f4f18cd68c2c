import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding, MeasuredPoint } from "../../api/buildings.ts";
import { type MeterRegister, registerSetupQuery } from "../../api/meters.ts";
import { useFormat } from "../../format/use-format.ts";
import { useDialog } from "../../forms/use-dialog.ts";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { BreakList } from "./break-list.tsx";
import { ReadingsPart } from "./readings-part.tsx";
import { RegisterActions } from "./register-actions.tsx";
import { RegisterDialog } from "./register-dialog.tsx";
import { RegisterFacts } from "./register-facts.tsx";
import { RegisterHistory } from "./register-history.tsx";
import type { Asks, MeterDialog, RegisterPlace } from "./register-place.ts";
import { useCountText } from "./use-count-text.ts";
import { WorkProgress } from "./work-progress.tsx";

interface RegisterSectionProps {
  readonly register: MeterRegister;
  readonly building: DetailedBuilding;
  readonly now: Date;
}

/** One counter of the meter: what is doubtful first, then how it counts, what it counted and what was done to it. */
export function RegisterSection({ register, building, now }: RegisterSectionProps) {
  const { t } = useTranslation();
  const { timeZone } = building;
  const query = useQuery(registerSetupQuery(register.id));
  const dialog = useDialog<MeterDialog>();
  const [work, setWork] = useState<{ readonly job: string | null; readonly at: number } | null>(null);
  const done = (job: string | null) => {
    dialog.close();
    setWork({ job, at: Date.now() });
  };
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  const place = { register, setup: query.data, timeZone };
  const latest = building.points.find(({ id }) => id === register.point)?.latest ?? null;
  return (
    <section className="surface meter-register" aria-labelledby={`register-${register.id}`} data-testid="register">
      <h2 id={`register-${register.id}`} className="section-title">
        {register.name}
      </h2>
      {work !== null && <WorkProgress key={work.at} job={work.job} />}
      {register.kind === "index" && <BreakList {...place} ask={dialog.open} />}
      <RegisterFacts {...place} latest={latest} now={now} />
      {register.kind === "virtual" ? (
        <p className="muted">{t("meter.virtualHint")}</p>
      ) : (
        <>
          <LatestAndActions {...place} latest={latest} ask={dialog.open} />
          <ReadingsPart {...place} now={now} ask={dialog.open} />
        </>
      )}
      <RegisterHistory {...place} onDone={done} />
      {dialog.subject && (
        <RegisterDialog {...place} dialog={dialog.subject} now={now} onClose={dialog.close} onDone={done} />
      )}
    </section>
  );
}

interface LatestAndActionsProps extends RegisterPlace, Asks {
  readonly latest: MeasuredPoint["latest"];
}

function LatestAndActions({ register, setup, timeZone, latest, ask }: LatestAndActionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const countText = useCountText(register, setup);
  const latestText =
    latest === null
      ? undefined
      : t("meter.lastHeard", {
          index: countText(latest.value, latest.time),
          at: format.dateTime(latest.time, timeZone),
        });
  return <RegisterActions register={register} latestText={latestText} ask={ask} />;
}
