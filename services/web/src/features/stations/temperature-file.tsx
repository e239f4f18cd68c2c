import { mostFileCharacters } from "@gtb/contracts/climate";
import { Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type ListedStation, sendTemperatureFile, temperatureJobQuery } from "../../api/stations.ts";
import { FormError } from "../../forms/form-error.tsx";

interface TemperatureFileProps {
  readonly station: ListedStation;
  readonly onClose: () => void;
}

/** Sends a file of temperatures, and tells what became of each of its lines. */
export function TemperatureFile({ station, onClose }: TemperatureFileProps) {
  const { t } = useTranslation();
  const send = useMutation({ mutationFn: (file: File) => sendTemperatureFile(station.id, file) });
  const tooLarge = send.variables !== undefined && send.variables.size > mostFileCharacters;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("temperatureFile.title", { station: station.name })}
      centered
      size="lg"
      closeButtonProps={{ "aria-label": t("form.close") }}
    >
      <div className="form-stack">
        <p className="muted">{t("temperatureFile.hint", { code: station.code })}</p>
        <input
          type="file"
          accept=".csv,.txt"
          disabled={send.isPending}
          aria-label={t("temperatureFile.choose")}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file !== undefined) send.mutate(file);
          }}
        />
        {send.isPending && <p role="status">{t("temperatureFile.sending")}</p>}
        {tooLarge ? <p role="alert">{t("temperatureFile.tooLarge")}</p> : <FormError error={send.error} />}
        {send.data !== undefined && <ReadingFile key={send.data} job={send.data} />}
      </div>
    </Modal>
  );
}

function ReadingFile({ job }: { readonly job: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error } = useQuery(temperatureJobQuery(job));
  const over = data?.state === "done" || data?.state === "failed";
  useEffect(() => {
    if (!over) return;
    for (const queryKey of [["stations"], ["building-climate"]]) void client.invalidateQueries({ queryKey });
  }, [client, over]);
  if (!over) return error === null ? <p role="status">{t("temperatureFile.reading")}</p> : <FormError error={error} />;
  const failed = data.state === "failed";
  return (
    <div role={failed ? "alert" : "status"}>
      <strong>{t(failed ? "temperatureFile.failed" : "temperatureFile.done")}</strong>
      <p style={{ whiteSpace: "pre-line" }}>{data.message}</p>
    </div>
  );
}
