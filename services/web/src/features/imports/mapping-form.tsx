import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Choices, FilePreview, Mapping } from "../../api/imports.ts";
import { LinesFields } from "./lines-fields.tsx";
import { TimeFields } from "./time-fields.tsx";
import { ValueColumns } from "./value-columns.tsx";

interface MappingFormProps {
  readonly mapping: Mapping;
  readonly choices: Choices | undefined;
  readonly records: FilePreview["records"];
  /** A format that somebody publishes: most people change nothing of it. */
  readonly recognised: boolean;
  readonly onChange: (mapping: Mapping) => void;
}

/** How the file is read: its lines, its time stamps, its columns. Closed where the format is known and nothing is left to say. */
export function MappingForm({ mapping, choices, records, recognised, onChange }: MappingFormProps) {
  const { t } = useTranslation();
  const columns = columnsOf(mapping, records);
  const saved = choices?.mappings ?? [];
  return (
    <div className="import-mapping">
      {saved.length > 0 && <SavedSelect saved={saved} onChange={onChange} />}
      <details open={!recognised}>
        <summary>{t("imports.settings")}</summary>
        <div className="import-mapping">
          <LinesFields {...{ mapping, onChange }} />
          <TimeFields {...{ mapping, columns, onChange }} />
          <ValueColumns {...{ mapping, columns, onChange }} />
        </div>
      </details>
    </div>
  );
}

/** Names of the header line, or numbers. */
function columnsOf({ headerLine }: Mapping, records: FilePreview["records"]): readonly string[] {
  const header = records.find(({ line }) => line === headerLine)?.fields ?? [];
  const width = Math.max(0, ...records.map(({ fields }) => fields.length));
  return Array.from({ length: width }, (_, at) => header[at]?.trim() || String(at + 1));
}

function SavedSelect({
  saved,
  onChange,
}: {
  readonly saved: Choices["mappings"];
  readonly onChange: MappingFormProps["onChange"];
}) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t("imports.savedMapping")}
      value=""
      data={[
        { value: "", label: t("imports.asRecognised") },
        ...saved.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = saved.find(({ id }) => id === value);
        if (chosen !== undefined) onChange(chosen.mapping);
      }}
    />
  );
}
