import type { ProblemCode } from "@gtb/contracts/problem";

export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly messageFr: string;
  readonly messageEn: string;
}

/** All that can go wrong, as the callers see it: one line a code. */
export const problemTable: Readonly<Record<ProblemCode, ProblemKind>> = {
  invalid_request: {
    status: 400,
    title: "The request is not as the schema says",
    messageFr: "La demande est mal formée.",
    messageEn: "The request is not right.",
  },
  malformed_body: {
    status: 400,
    title: "The body is no JSON",
    messageFr: "Le contenu envoyé est illisible.",
    messageEn: "What was sent cannot be read.",
  },
  invalid_cursor: {
    status: 400,
    title: "The cursor is none of this list",
    messageFr: "Cette page de la liste n’existe pas. Reprenez la liste au début.",
    messageEn: "This page of the list does not exist. Start the list again.",
  },
  not_found: {
    status: 404,
    title: "Not found",
    messageFr: "Cet élément n’existe pas ou n’existe plus.",
    messageEn: "This does not exist, or not any more.",
  },
  already_exists: {
    status: 409,
    title: "It exists already",
    messageFr: "Cet élément existe déjà.",
    messageEn: "This exists already.",
  },
  assignment_overlaps: {
    status: 409,
    title: "Another assignment holds for that period",
    messageFr: "Un autre appareil, compteur ou coefficient vaut déjà pour cette période.",
    messageEn: "Another device, register or coefficient already holds for that period.",
  },
  body_too_large: {
    status: 413,
    title: "The body is too large",
    messageFr: "Le contenu envoyé est trop volumineux.",
    messageEn: "What was sent is too large.",
  },
  unsupported_media_type: {
    status: 415,
    title: "Only application/json is understood",
    messageFr: "Le format envoyé n’est pas pris en charge.",
    messageEn: "The format sent is not supported.",
  },
  unknown_reference: {
    status: 422,
    title: "Something that the request refers to does not exist",
    messageFr: "La demande renvoie à un élément qui n’existe pas.",
    messageEn: "The request refers to something that does not exist.",
  },
  unknown_device_type: {
    status: 422,
    title: "No such device type in the catalogue",
    messageFr: "Ce type d’appareil n’est pas au catalogue.",
    messageEn: "This device type is not in the catalogue.",
  },
  unknown_measurement: {
    status: 422,
    title: "The device type has no such measurement",
    messageFr: "Ce type d’appareil ne fournit pas cette mesure.",
    messageEn: "This device type does not give this measurement.",
  },
  unit_does_not_fit: {
    status: 422,
    title: "The unit does not fit the quantity",
    messageFr: "L’unité ne convient pas à la grandeur.",
    messageEn: "The unit does not fit the quantity.",
  },
  too_many_values: {
    status: 422,
    title: "The reply would hold too many values",
    messageFr: "La période demandée contient trop de valeurs. Réduisez-la ou choisissez un pas plus long.",
    messageEn: "The period holds too many values. Shorten it, or choose a longer step.",
  },
  period_too_long: {
    status: 422,
    title: "The period is too long for this step",
    messageFr: "La période demandée est trop longue pour ce pas de temps. Réduisez-la ou choisissez un pas plus long.",
    messageEn: "The period is too long for this step. Shorten it, or choose a longer step.",
  },
  too_many_listeners: {
    status: 503,
    title: "Too many live streams are open",
    messageFr: "Trop de suivis en direct sont ouverts. Réessayez dans un instant.",
    messageEn: "Too many live views are open. Try again in a moment.",
  },
  busy: {
    status: 503,
    title: "The database does not answer in time",
    messageFr: "Le service est momentanément indisponible. Réessayez dans un instant.",
    messageEn: "The service is not available right now. Try again in a moment.",
  },
  internal: {
    status: 500,
    title: "Something failed on our side",
    messageFr: "Une erreur est survenue de notre côté.",
    messageEn: "Something went wrong on our side.",
  },
};
