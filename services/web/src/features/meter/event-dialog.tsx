import { useTranslation } from "react-i18next";
import { recordEvent } from "../../api/meters.ts";
import { ProblemError } from "../../api/request.ts";
import { ActionDialog } from "./action-dialog.tsx";
import { EventDoubts } from "./event-doubts.tsx";
import { EventFields } from "./event-fields.tsx";
import { type EventDraft, type EventStart, useEventForm } from "./event-form.ts";
import type { DialogEnds, RegisterPlace } from "./register-place.ts";
import { useMeterAction } from "./use-meter-action.ts";

interface EventDialogProps extends RegisterPlace, DialogEnds {
  readonly start: EventStart;
}

/** For whoever stands before the meter: when, the old index, the new one. Indexes as read on it, counts beside them. */
export function EventDialog({ start, onClose, onDone, ...place }: EventDialogProps) {
  const { t } = useTranslation();
  const form = useEventForm({ ...place, start });
  const action = useMeterAction({
    act: (confirm: boolean) => recordEvent(place.register.id, form.wish(confirm)),
    onDone,
  });
  const { error } = action;
  const doubt = error instanceof ProblemError && error.problem.code === "needs_confirmation" ? error.problem : null;
  // What was asked back is answered for what was typed then, and nothing else.
  const edit = (change: Partial<EventDraft>) => {
    if (action.isError) action.reset();
    form.edit(change);
  };
  return (
    <ActionDialog
      title={t(`registerEvent.${start.kind}`)}
      confirm={t(doubt === null ? "meter.record" : "meter.confirmAnyway")}
      busy={action.isPending}
      ready={form.ready}
      error={doubt === null ? error : null}
      onSubmit={() => action.mutate(doubt !== null)}
      onClose={onClose}
    >
      {start.seen !== undefined && <p className="meter-consequence">{start.seen}</p>}
      <p className="muted">{t(`registerEventHint.${start.kind}`)}</p>
      <EventFields register={place.register} kind={start.kind} form={form} edit={edit} />
      {doubt !== null && <EventDoubts problem={doubt} />}
    </ActionDialog>
  );
}
