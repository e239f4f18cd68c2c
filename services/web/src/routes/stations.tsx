import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type ListedStation, stationsQuery } from "../api/stations.ts";
import type { StationOwner } from "../features/stations/station-fields.tsx";
import { StationForm } from "../features/stations/station-form.tsx";
import { StationTable } from "../features/stations/station-table.tsx";
import { TemperatureFile } from "../features/stations/temperature-file.tsx";
import { useDialog } from "../forms/use-dialog.ts";
import { Message } from "../page-state/message.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay, useMe } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../theme/list-table.css";
import "../features/contracts/contracts.css";

/** Where outdoor temperatures and degree days come from. */
export function StationsPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("stations.title"));
  if (!useMay("data:read")) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("stations.title")}</h1>
      <p className="page-intro muted">{t("stations.intro")}</p>
      <Stations />
    </>
  );
}

function Stations() {
  const { t } = useTranslation();
  const { organisation } = useSearch({ from: "__root__" });
  const query = useQuery(stationsQuery({ organisation }));
  const owners = useOwners();
  const form = useDialog<true>();
  const file = useDialog<ListedStation>();
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  return (
    <>
      {owners.length > 0 && (
        <p>
          <Button onClick={() => form.open(true)}>{t("stations.add")}</Button>
        </p>
      )}
      <section className="surface" aria-label={t("stations.title")}>
        {query.data.length === 0 ? (
          <Message title={t("stations.none")} text={t("stations.noneText")} />
        ) : (
          <StationTable
            stations={query.data}
            maySend={(station) => owners.some(({ id }) => id === (station.organisation?.id ?? ""))}
            onSend={file.open}
          />
        )}
      </section>
      {form.subject && <StationForm owners={owners} onClose={form.close} />}
      {file.subject !== null && <TemperatureFile station={file.subject} onClose={file.close} />}
    </>
  );
}

/** For whom one may add stations: one's organisations; the agency for everybody (id ""). */
function useOwners(): StationOwner[] {
  const { t } = useTranslation();
  const { organisations } = useMe();
  const forEverybody = useMay("organisation:manage") ? [{ id: "", name: t("stations.everybody") }] : [];
  return useMay("building:write") ? [...organisations, ...forEverybody] : [];
}
