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
  not_signed_in: {
    status: 401,
    title: "Nobody is signed in",
    messageFr: "Connectez-vous pour continuer.",
    messageEn: "Sign in to go on.",
  },
  wrong_credentials: {
    status: 401,
    title: "Address and password do not fit",
    messageFr: "Adresse ou mot de passe incorrect.",
    messageEn: "Address or password is wrong.",
  },
  account_locked: {
    status: 429,
    title: "Too many wrong tries",
    messageFr:
      "Trop d’essais infructueux : ce compte est bloqué pendant quelques minutes. Réessayez plus tard, ou demandez un nouveau mot de passe.",
    messageEn:
      "Too many wrong tries: this account is locked for some minutes. Try again later, or ask for a new password.",
  },
  second_factor_needed: {
    status: 401,
    title: "A code of the second factor is needed",
    messageFr: "Entrez le code à six chiffres de votre application d’authentification.",
    messageEn: "Enter the six-digit code of your authenticator app.",
  },
  // Not 401: whoever is signed in and mistypes a code stays signed in.
  wrong_code: {
    status: 422,
    title: "The code of the second factor is wrong or used",
    messageFr: "Ce code n’est pas le bon ou a déjà servi. Attendez le code suivant de votre application.",
    messageEn: "This code is wrong or was used before. Wait for the next one of your app.",
  },
  provider_refused: {
    status: 401,
    title: "Sign-in at the agency's provider did not succeed",
    messageFr:
      "La connexion par le fournisseur d’identité n’a pas abouti. Recommencez ; si le problème persiste, contactez l’agence.",
    messageEn: "Sign-in with the identity provider did not succeed. Try again; if it goes on, contact the agency.",
  },
  forged_request: {
    status: 403,
    title: "The request does not come from our pages",
    messageFr: "Votre session a changé. Rechargez la page et recommencez.",
    messageEn: "Your session has changed. Reload the page and try again.",
  },
  forbidden: {
    status: 403,
    title: "Your roles do not allow this",
    messageFr: "Vos droits ne permettent pas cette action.",
    messageEn: "Your rights do not allow this.",
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
  contract_overlaps: {
    status: 409,
    title: "Another contract or price holds on some of these days",
    messageFr:
      "Un autre contrat de ce point de livraison couvre déjà une partie de ces dates, ou deux prix du même nom se chevauchent. Donnez d’abord une date de fin à l’ancien.",
    messageEn:
      "Another contract of this delivery point holds on some of these dates, or two prices of one name overlap. Give the old one its last day first.",
  },
  mixed_currencies: {
    status: 409,
    title: "The contracts of a meter have several currencies in the period",
    messageFr:
      "Les contrats d’un compteur sont dans plusieurs monnaies pendant cette période : leurs montants ne s’additionnent pas. Choisissez une période d’une seule monnaie, ou corrigez la monnaie du contrat.",
    messageEn:
      "The contracts of a meter are in several currencies in this period: their amounts cannot be added up. Choose a period of one currency, or correct the currency of the contract.",
  },
  formula_cycle: {
    status: 422,
    title: "A virtual meter would follow from itself",
    messageFr:
      "Cette formule tourne en rond : un compteur virtuel dépendrait de lui-même, directement ou par un autre compteur virtuel. Retirez de la formule ce qui dépend déjà de lui.",
    messageEn:
      "This formula goes round in circles: a virtual meter would follow from itself, directly or through another virtual meter. Take out of the formula what already follows from it.",
  },
  meter_cycle: {
    status: 422,
    title: "A meter would be below itself",
    messageFr: "Un compteur ne peut pas être le sous-compteur de l’un de ses propres sous-compteurs.",
    messageEn: "A meter cannot be the sub-meter of one of its own sub-meters.",
  },
  last_administrator: {
    status: 409,
    title: "Nobody else administers this organisation",
    messageFr:
      "Vous êtes la dernière personne à administrer cette organisation. Donnez d’abord ce rôle à quelqu’un d’autre.",
    messageEn: "You are the last one to administer this organisation. Give this role to somebody else first.",
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
  not_of_files: {
    status: 422,
    title: "This station takes no files",
    messageFr: "Cette station reçoit ses températures d’un capteur ou d’Open-Meteo : elle n’accepte pas de fichier.",
    messageEn: "This station has its temperatures from a sensor or from Open-Meteo: it takes no files.",
  },
  in_the_future: {
    status: 422,
    title: "The time has not come yet",
    messageFr: "Cette date est dans l’avenir. Vérifiez la date et l’heure.",
    messageEn: "This time is in the future. Check the date and the time.",
  },
  event_at_that_instant: {
    status: 409,
    title: "Another event is recorded for that instant",
    messageFr: "Un évènement est déjà noté à cet instant sur ce compteur. Annulez-le d’abord, ou changez l’heure.",
    messageEn: "An event is recorded for this meter at that instant. Withdraw it first, or change the time.",
  },
  needs_confirmation: {
    status: 422,
    title: "The readings around contradict it: confirm",
    messageFr: "Les relevés voisins contredisent ces valeurs. Vérifiez-les, puis confirmez.",
    messageEn: "The readings around contradict these values. Check them, then confirm.",
  },
  not_a_counter: {
    status: 422,
    title: "The register is no index",
    messageFr: "Ce registre n’est pas un index : il ne peut être ni remplacé, ni remis à zéro.",
    messageEn: "This register is no index: it cannot be exchanged or reset.",
  },
  correction_too_long: {
    status: 422,
    title: "The correction reaches too far",
    messageFr: "Une correction porte sur 400 jours au plus. Réduisez la période.",
    messageEn: "A correction reaches 400 days at most. Shorten the period.",
  },
  link_not_valid: {
    status: 422,
    title: "The link is used, over or unknown",
    messageFr: "Ce lien n’est plus valable. Demandez-en un nouveau.",
    messageEn: "This link is no longer valid. Ask for a new one.",
  },
  weak_password: {
    status: 422,
    title: "The password is too easy to guess",
    messageFr:
      "Ce mot de passe est trop facile à deviner. Choisissez au moins 12 caractères, sans votre nom ni votre adresse.",
    messageEn: "This password is too easy to guess. Choose at least 12 characters, without your name or address.",
  },
  too_many_requests: {
    status: 429,
    title: "Too many requests",
    messageFr: "Trop de demandes en peu de temps. Patientez un instant.",
    messageEn: "Too many requests in a short time. Wait a moment.",
  },
  precondition_required: {
    status: 428,
    title: "The header If-Match is needed",
    messageFr: "Rechargez cet élément avant de le modifier.",
    messageEn: "Load this again before you change it.",
  },
  changed_meanwhile: {
    status: 412,
    title: "Somebody changed it meanwhile",
    messageFr: "Quelqu’un a modifié cet élément entre-temps. Rechargez-le, puis refaites votre modification.",
    messageEn: "Somebody has changed this meanwhile. Load it again, then make your change.",
  },
  key_reused: {
    status: 422,
    title: "The idempotency key was used for another request",
    messageFr: "Cette demande a déjà été envoyée avec un autre contenu.",
    messageEn: "This request was sent before with other content.",
  },
  too_many_listeners: {
    status: 503,
    title: "Too many live streams are open",
    messageFr: "Trop de suivis en direct sont ouverts. Réessayez dans un instant.",
    messageEn: "Too many live views are open. Try again in a moment.",
  },
  incomplete_file: {
    status: 422,
    title: "Pieces of the file have not come",
    messageFr: "Le fichier n’est pas arrivé en entier. Envoyez-le à nouveau.",
    messageEn: "The file has not come whole. Send it again.",
  },
  pruned_file: {
    status: 422,
    title: "The bytes of the file are gone",
    messageFr: "Le contenu de ce fichier a été effacé, comme tous après un certain temps. Apportez-le à nouveau.",
    messageEn: "The content of this file was deleted, as all are after some time. Bring it again.",
  },
  unreadable_file: {
    status: 422,
    title: "The file cannot be read",
    messageFr: "Ce fichier ne peut pas être lu. Vérifiez que c’est un fichier CSV ou XLSX ouvrable dans un tableur.",
    messageEn: "This file cannot be read. Check that it is a CSV or XLSX file that a spreadsheet opens.",
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
