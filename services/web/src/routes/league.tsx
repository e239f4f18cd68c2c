import { BuildingUse } from "@gtb/contracts/buildings";
import { Button, NativeSelect } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LeagueRange, leaguePath, leagueQuery, type LeagueTable as Table } from "../api/league.ts";
import { FileLinks } from "../charts/file-links.tsx";
import { LeagueTable } from "../features/league/league-table.tsx";
import { leagueColumns, monthsOf, rankBuildings } from "../features/league/rank-buildings.ts";
import { useOrganisation } from "../forms/use-organisation.ts";
import { Message } from "../page-state/message.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import { browserTimeZone, localDate } from "../time/local-time.ts";
import { useNow } from "../time/use-now.ts";
import "../features/buildings/buildings.css";
import "../features/league/league.css";
import "../theme/list-table.css";

const route = getRouteApi("/comparatif");
/** Years that can be chosen, this one first. */
const yearCount = 6;
/** A screen has room for so many; more are shown when they are asked for. */
const rowsAtOnce = 100;

export function LeaguePage() {
  const { t } = useTranslation();
  useDocumentTitle(t("league.title"));
  const organisation = useOrganisation();
  if (!useMay("data:read") || organisation === undefined) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("league.title")}</h1>
      <p className="page-intro muted">{t("league.intro", { organisation: organisation.name })}</p>
      <LeagueSection key={organisation.id} organisation={organisation.id} />
    </>
  );
}

function LeagueSection({ organisation }: { readonly organisation: string }) {
  const { use, year } = route.useSearch();
  const { t } = useTranslation();
  const today = localDate(useNow(60_000), browserTimeZone());
  const range = { organisation, use, ...monthsOf(year ?? Number(today.slice(0, 4)), today) };
  const query = useQuery({ ...leagueQuery(range), placeholderData: keepPreviousData });
  return (
    <section className="surface" aria-label={t("league.title")}>
      <LeagueFilters thisYear={Number(today.slice(0, 4))} />
      {query.data === undefined ? <PendingOrFailed query={query} /> : <LeagueBody table={query.data} range={range} />}
    </section>
  );
}

function LeagueFilters({ thisYear }: { readonly thisYear: number }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { use, year, sort } = route.useSearch();
  const years = Array.from({ length: yearCount }, (_, ago) => String(thisYear - ago));
  return (
    <search className="league-filters">
      <NativeSelect
        label={t("league.year")}
        value={String(year ?? thisYear)}
        data={years}
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            search: (before) => ({ ...before, year: Number(value) === thisYear ? undefined : Number(value) }),
          })
        }
      />
      <NativeSelect
        label={t("buildings.use")}
        value={use ?? ""}
        data={[
          { value: "", label: t("buildings.allUses") },
          ...BuildingUse.options.map((value) => ({ value, label: t(`use.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ search: (before) => ({ ...before, use: BuildingUse.safeParse(value).data }) })
        }
      />
      <NativeSelect
        label={t("buildings.sort")}
        className="only-cards"
        value={sort ?? "kwhPerM2"}
        data={leagueColumns.map((value) => ({ value, label: t(`league.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            search: (before) => ({ ...before, sort: leagueColumns.find((one) => one === value), reversed: undefined }),
          })
        }
      />
    </search>
  );
}

function LeagueBody({ table, range }: { readonly table: Table; readonly range: LeagueRange }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { sort = "kwhPerM2", reversed = false } = route.useSearch();
  const [shown, setShown] = useState(rowsAtOnce);
  if (table.items.length === 0) return <Message title={t("league.none")} text={t("league.noneText")} />;
  const rows = rankBuildings(table.items, sort, reversed);
  return (
    <>
      <LeagueTable
        rows={rows.slice(0, shown)}
        greatestPerM2={Math.max(0, ...table.items.map(({ kwhPerM2 }) => kwhPerM2 ?? 0))}
        currency={table.currency === null || table.currency === "EUR" ? "€" : table.currency}
        sort={sort}
        reversed={reversed}
        onSort={(column) =>
          void navigate({
            search: (before) => ({ ...before, sort: column, reversed: (column === sort && !reversed) || undefined }),
            resetScroll: false,
          })
        }
      />
      {shown < rows.length && (
        <Button variant="light" onClick={() => setShown(shown + rowsAtOnce)}>
          {t("list.more")}
        </Button>
      )}
      <p className="figures-note muted">{t("league.note")}</p>
      <FileLinks path={leaguePath(range)} values={{ from: range.from, to: range.to, use: range.use }} />
    </>
  );
}
