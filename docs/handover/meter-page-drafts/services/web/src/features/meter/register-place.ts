import type { MeterRegister, Setup } from "../../api/meters.ts";

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
