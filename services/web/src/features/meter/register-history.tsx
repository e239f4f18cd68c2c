import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withdrawEvent, withdrawFill } from "../../api/meters.ts";
import { useFormat } from "../../format/use-format.ts";
import { ConfirmDialog } from "../../forms/confirm-dialog.tsx";
import { useDialog } from "../../forms/use-dialog.ts";
import { useMay } from "../../session/me-context.ts";
import type { DialogEnds, RegisterPlace } from "./register-place.ts";
import { refreshMeter } from "./use-meter-action.ts";
import { type PastAct, usePastActs } from "./use-past-acts.ts";

const shownAtFirst = 8;

/** What people said and did about the counter: what, who, when and why, the newest first. */
export function RegisterHistory({ onDone, ...place }: RegisterPlace & Pick<DialogEnds, "onDone">) {
  const { t } = useTranslation();
  const acts = usePastActs(place);
  const [all, setAll] = useState(false);
  const client = useQueryClient();
  const dialog = useDialog<PastAct>();
  const withdraw = async ({ kind, id }: PastAct) => {
    await (kind === "event" ? withdrawEvent(id) : withdrawFill(id));
    await refreshMeter(client);
    onDone(null);
  };
  return (
    <div className="meter-part">
      <h3>{t("meter.history")}</h3>
      {acts.length === 0 && <p className="muted">{t("meter.noHistory")}</p>}
      <ul className="meter-history">
        {acts.slice(0, all ? undefined : shownAtFirst).map((act) => (
          <ActLine
            key={`${act.kind} ${act.id}`}
            act={act}
            timeZone={place.timeZone}
            onWithdraw={() => dialog.open(act)}
          />
        ))}
      </ul>
      {!all && acts.length > shownAtFirst && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t("list.more")}
        </Button>
      )}
      {dialog.subject && (
        <ConfirmDialog
          title={t("meter.withdraw")}
          text={t("meter.withdrawText", { what: dialog.subject.what })}
          confirm={t("meter.withdraw")}
          onConfirm={() => withdraw(dialog.subject as PastAct)}
          onClose={dialog.close}
        />
      )}
    </div>
  );
}

interface ActLineProps {
  readonly act: PastAct;
  readonly timeZone: string;
  readonly onWithdraw: () => void;
}

function ActLine({ act, timeZone, onWithdraw }: ActLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = { event: useMay("exchange:write"), fill: useMay("meter:write"), correction: false, parameters: false };
  const { what, why, who, at, ended } = act;
  return (
    <li className={ended === null ? "" : "act-ended"} data-testid="act">
      <span className="act-what">{what}</span>
      {why !== null && <span className="act-why">{t("meter.because", { why })}</span>}
      <span className="muted">
        {t("meter.doneBy", { who: who ?? t("meter.somebody"), at: format.dateTime(at, timeZone) })}
        {ended !== null && ` · ${ended}`}
      </span>
      {ended === null && may[act.kind] && (
        <Button variant="subtle" size="compact-sm" aria-label={`${t("meter.withdraw")} : ${what}`} onClick={onWithdraw}>
          {t("meter.withdraw")}
        </Button>
      )}
    </li>
  );
}
