/** What became of an event, see `uplink.outcome` in the database. */
export const outcomeNames = {
  decoded: "décodé",
  partly_rejected: "en partie rejeté",
  no_measurement: "sans mesure",
  unknown_device: "capteur inconnu",
  undecodable: "indécodable",
  encrypted: "chiffré",
  recorded: "enregistré",
};

export const rejectReasonNames = {
  out_of_range: "mesure hors plage",
  time_in_future: "date dans le futur",
  time_too_old: "date trop ancienne",
  unreadable: "évènement illisible",
  wrong_topic: "sujet MQTT inattendu",
  too_large: "évènement trop grand",
};
