import { useTranslation } from "react-i18next";
import { apiUrl, type QueryValues } from "../api/request.ts";
import { useLanguage } from "../format/use-format.ts";
import "./charts.css";

interface FileLinksProps {
  /** Of the route that answers with the figures */
  readonly path: string;
  readonly values: QueryValues;
}

/** The figures of a route as files, in the language of the page. */
export function FileLinks({ path, values }: FileLinksProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <p className="file-links">
      {(["csv", "xlsx"] as const).map((format) => (
        <a key={format} className="text-button" href={apiUrl(path, { ...values, format, lang })} download>
          {t(`table.${format}`)}
        </a>
      ))}
    </p>
  );
}
