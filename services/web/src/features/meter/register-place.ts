import type { MeterRegister, Setup } from "../../api/meters.ts";
import type { CorrectionStart } from "./correction-form.ts";
import type { EventStart } from "./event-form.ts";

/** What every part of a register's section stands on. */
export interface RegisterPlace {
  readonly register: MeterRegister;
  readonly setup: Setup;
  readonly timeZone: string;
}

/** A dialog that changes a register's past: what closes it, and what becomes of the work. */
export interface DialogEnds {
  readonly onClose: () => void;
  readonly onDone: (job: string | null) => void;
}

/** Which dialog is asked for, and what it begins with. */
export type MeterDialog =
  | { readonly about: "event"; readonly start: EventStart }
  | { readonly about: "correction"; readonly start: CorrectionStart }
  | { readonly about: "parameters" }
  | { readonly about: "fill" };

export interface Asks {
  readonly ask: (dialog: MeterDialog) => void;
}
