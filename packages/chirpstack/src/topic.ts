import { EventError, type EventType, eventTypes } from "./event.ts";

export interface EventTopic {
  readonly applicationId: string;
  readonly devEui: string;
  readonly type: EventType;
}

const form = /^application\/([^/]+)\/device\/([0-9a-fA-F]{16})\/event\/([a-z]+)$/;

/** The filter that matches every device event of every application. */
export const allDeviceEvents = "application/+/device/+/event/+";

/** Reads `application/<id>/device/<devEui>/event/<type>`. Throws EventError for any other topic or type. */
export function parseTopic(topic: string): EventTopic {
  const match = form.exec(topic);
  const [, applicationId, devEui, type] = match ?? [];
  if (applicationId === undefined || devEui === undefined || type === undefined) {
    throw new EventError("wrong_topic", `Topic "${topic}" is not application/<id>/device/<devEui>/event/<type>`);
  }
  if (!isEventType(type)) throw new EventError("wrong_topic", `Event type "${type}" is unknown`);
  return { applicationId, devEui: devEui.toLowerCase(), type };
}

function isEventType(word: string): word is EventType {
  return (eventTypes as readonly string[]).includes(word);
}

/** The event type and devEUI that a topic claims, as far as it can be read: for the record of a rejected message. */
export function describeTopic(topic: string): { type: string; devEui: string | null } {
  const levels = topic.split("/");
  const devEui = levels[3] ?? "";
  return { type: levels[5] ?? "", devEui: /^[0-9a-fA-F]{16}$/.test(devEui) ? devEui.toLowerCase() : null };
}
