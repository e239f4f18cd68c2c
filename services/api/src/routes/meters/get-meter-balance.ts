import { MeterBalance, MeterBalanceQuery } from "@gtb/contracts/meter-balance";
import { MeterParams } from "@gtb/contracts/meters";
import { listAnalysisMeters } from "@gtb/database/queries/list-analysis-meters";
import { listLocalStarts } from "@gtb/database/queries/list-local-starts";
import { widenPeriod } from "@gtb/database/queries/widen-period";
import { addCells, emptyCell } from "../../analysis/cell.ts";
import { meterBalance } from "../../analysis/meter-balance.ts";
import { readRegisters, registerCell } from "../../analysis/meter-cells.ts";
import { refuseLongAnalysis } from "../../analysis/read-analysis.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getMeterBalanceRoute = route({
  method: "GET",
  path: "/api/v1/meters/:meterId/balance",
  allow: "data:read",
  summary: "A meter against its sub-meters: what each counted, and what none of them explains",
  params: MeterParams,
  query: MeterBalanceQuery,
  reply: MeterBalance,
  tagged: false,
  handler: async ({ db, params: { meterId }, query, now }) => {
    refuseLongAnalysis(query);
    const { by, asOf } = query;
    const meters = await listAnalysisMeters(db, { meter: meterId });
    const meter = found(
      meters.find(({ id }) => id === meterId),
      "meter",
    );
    const { timeZone, energy, name } = meter;
    const children = meters.filter((one) => one.parentId === meter.meterId && one.energy === energy);
    const { from, to } = await widenPeriod(db, { ...query, timeZone }, by);
    const starts = (await listLocalStarts(db, { from, to, timeZone, by, now })).map(({ start }) => start);
    const meterIds = [meter, ...children].map((one) => one.meterId);
    const rows = await readRegisters(db, { meterIds, from, to, timeZone, by, now, asOf });
    const cellsOf = (id: number) =>
      starts.map((start) =>
        rows
          .filter((row) => row.meterId === id && row.start.getTime() === start.getTime())
          .map((row) => registerCell(row, energy !== "water"))
          .reduce(addCells, emptyCell),
      );
    const parts = meterBalance(
      cellsOf(meter.meterId),
      children.map((child) => ({ meter: child, cells: cellsOf(child.meterId) })),
    );
    return { meter: meterId, name, energy, timeZone, by, asOf: asOf ?? null, from, to, starts, ...parts };
  },
});
