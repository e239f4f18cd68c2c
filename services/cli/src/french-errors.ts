import type { CommanderError, Option } from "commander";

/** What is wrong with a command line, in French; commander itself speaks English only. Its quoted names are kept. */
export function frenchMessage({ code, message }: CommanderError): string {
  const [first = "", second = ""] = [...message.matchAll(/'([^']*)'/g)].map(([, name = ""]) => name);
  switch (code) {
    case "commander.unknownOption":
      return `option inconnue : ${first}`;
    case "commander.unknownCommand":
      return `commande inconnue : ${first}`;
    case "commander.excessArguments":
      return `argument en trop pour « ${first} »`;
    case "commander.missingArgument":
      return `il manque l'argument <${first}>`;
    case "commander.optionMissingArgument":
      return `il manque la valeur de l'option ${first}`;
    case "commander.missingMandatoryOptionValue":
      return `l'option ${first} est nécessaire`;
    case "commander.invalidArgument":
      return `valeur refusée pour ${first} : « ${second} ». ${reasonOf(message)}`.trim();
    default:
      return message;
  }
}

/** Behind « is invalid. »: the choices that commander lists, or the reason that a parser of ours gave in French. */
function reasonOf(message: string): string {
  const reason = message.split("is invalid.")[1]?.trim() ?? "";
  const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
  return choices === undefined ? reason : `Valeurs possibles : ${choices}.`;
}

/** An option's line of help, with its choices and default in French. */
export function frenchDescription({ description, argChoices, defaultValue }: Option): string {
  const extras = [
    ...(argChoices ? [`valeurs : ${argChoices.join(", ")}`] : []),
    ...(typeof defaultValue === "number" || typeof defaultValue === "string" ? [`par défaut : ${defaultValue}`] : []),
  ];
  return extras.length > 0 ? `${description} (${extras.join(" ; ")})` : description;
}
