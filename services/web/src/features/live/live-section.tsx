import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { useFormat } from "../../format/use-format.ts";
import { Message } from "../../page-state/message.tsx";
import { LiveValue } from "./live-value.tsx";
import { type LivePoint, liveRooms, ownAge, type Room } from "./rooms.ts";
import "./live.css";

interface LiveSectionProps {
  readonly building: DetailedBuilding;
  readonly connected: boolean;
  readonly now: Date;
}

/** The newest value of each sensor, room by room. */
export function LiveSection({ building, connected, now }: LiveSectionProps) {
  const { t } = useTranslation();
  const rooms = liveRooms(building);
  return (
    <section className="surface live-section" aria-labelledby="live-title">
      <div className="section-head">
        <h2 id="live-title" className="section-title">
          {t("live.title")}
        </h2>
        <span className={connected ? "live-state live-state-on" : "live-state"}>
          {connected ? t("live.connected") : t("live.waiting")}
        </span>
      </div>
      {rooms.length === 0 && <Message title={t("live.none")} />}
      <ul className="live-rooms">
        {rooms.map((room) => (
          <RoomValues key={room.id} room={room} now={now} />
        ))}
      </ul>
    </section>
  );
}

function RoomValues({ room, now }: { readonly room: Room; readonly now: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="live-room">
      <div className="live-room-head">
        <h3>{room.name ?? t("live.wholeBuilding")}</h3>
        <span className="number muted">{room.heardAt === null ? t("week.silent") : format.age(room.heardAt, now)}</span>
      </div>
      <ul className={room.name === null ? "live-values live-values-named" : "live-values"}>
        {room.points.map((point) => (
          <LiveValue
            key={point.id}
            point={point}
            byName={room.name === null || isOneOfSeveral(point, room)}
            measuredAt={ownAge(point, room)}
            now={now}
          />
        ))}
      </ul>
    </li>
  );
}

function isOneOfSeveral({ quantity }: LivePoint, { points }: Room): boolean {
  return points.filter((point) => point.quantity === quantity).length > 1;
}
