import { Checkbox } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { buildingsQuery } from "../../api/buildings.ts";

interface BuildingChoiceProps {
  readonly organisation: string;
  /** null: all */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** Every building of an organisation, or some. */
export function BuildingChoice({ organisation, chosen, onChange }: BuildingChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="building-choice">
      <legend>{t("users.buildings")}</legend>
      <Checkbox
        label={t("users.allBuildings")}
        checked={chosen === null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? null : [])}
      />
      {chosen !== null && <SomeBuildings {...{ organisation, chosen, onChange }} />}
    </fieldset>
  );
}

interface SomeBuildingsProps extends BuildingChoiceProps {
  readonly chosen: readonly string[];
}

function SomeBuildings({ organisation, chosen, onChange }: SomeBuildingsProps) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(buildingsQuery({ organisation }));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  // One cannot choose what is not listed.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  // The list of an organisation has those of the ones below it too; a role is given for its own.
  const own = (query.data?.pages.flatMap((page) => page.items) ?? [])
    .filter((building) => building.organisation.id === organisation)
    .sort((a, b) => a.name.localeCompare(b.name, "fr"));
  if (query.isSuccess && !hasNextPage && own.length === 0) return <p className="muted">{t("users.noBuilding")}</p>;
  return (
    <div className="building-boxes">
      {own.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
    </div>
  );
}
