import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { Message } from "../../page-state/message.tsx";
import { ClimateFigures } from "./climate-figures.tsx";
import { type ClimateQuantity, type ClimateZone, climateQuantities, climateZones } from "./climate-points.ts";
import { type ClimateSpan, climateRange, climateSpans } from "./climate-range.ts";
import "./climate.css";

interface ClimateSectionProps {
  readonly building: DetailedBuilding;
  readonly now: Date;
}

/** Temperature and air by room over the last hours or days. */
export function ClimateSection({ building, now }: ClimateSectionProps) {
  const { t } = useTranslation();
  const [span, setSpan] = useState<ClimateSpan>("7d");
  const [chosen, setChosen] = useState<string | null>(null);
  const zones = climateZones(building);
  const range = climateRange(span, now);
  const measured = climateQuantities.filter((quantity) => zones.some((zone) => measures(zone, quantity)));
  return (
    <section className="surface" aria-labelledby="climate-title">
      <div className="section-head">
        <h2 id="climate-title" className="section-title">
          {t("climate.title")}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={t("climate.span")}
          value={span}
          data={climateSpans.map((value) => ({ value, label: t(`span.${value}`) }))}
          onChange={(value) => setSpan(climateSpans.find((one) => one === value) ?? "7d")}
        />
      </div>
      {zones.length === 0 && <Message title={t("climate.none")} text={t("climate.noneText")} />}
      {zones.length > 1 && <ZoneChoice zones={zones} chosen={chosen} onChoose={setChosen} />}
      {measured.map((quantity) => (
        <ClimateFigures key={quantity} {...{ building, zones, quantity, range, chosen }} />
      ))}
    </section>
  );
}

function measures(zone: ClimateZone, quantity: ClimateQuantity): boolean {
  return zone.points.some((point) => point.quantity === quantity);
}

interface ZoneChoiceProps {
  readonly zones: readonly ClimateZone[];
  readonly chosen: string | null;
  readonly onChoose: (zone: string | null) => void;
}

/** Legend and choice at once: a room that is chosen stands out, chosen again it steps back. */
function ZoneChoice({ zones, chosen, onChoose }: ZoneChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="zone-choice" aria-label={t("climate.rooms")}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t("climate.allRooms")}
      </button>
      {zones.map(({ id, name, colour }) => (
        <button key={id} type="button" aria-pressed={chosen === id} onClick={() => onChoose(chosen === id ? null : id)}>
          <span className="energy-dot" style={{ background: colour }} />
          {name}
        </button>
      ))}
    </fieldset>
  );
}
