import { CorrectionDialog } from "./correction-dialog.tsx";
import { EventDialog } from "./event-dialog.tsx";
import { FillDialog } from "./fill-dialog.tsx";
import { ParameterDialog } from "./parameter-dialog.tsx";
import type { DialogEnds, MeterDialog, RegisterPlace } from "./register-place.ts";

interface RegisterDialogProps extends RegisterPlace, DialogEnds {
  readonly dialog: MeterDialog;
  readonly now: Date;
}

/** The dialog that was asked for. */
export function RegisterDialog({ dialog, now, ...place }: RegisterDialogProps) {
  if (dialog.about === "event") return <EventDialog {...place} start={dialog.start} />;
  if (dialog.about === "correction") return <CorrectionDialog {...place} start={dialog.start} />;
  if (dialog.about === "parameters") return <ParameterDialog {...place} now={now} />;
  return <FillDialog {...place} now={now} />;
}
