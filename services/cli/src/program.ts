import { Command, CommanderError } from "commander";
import { exitCode, WrongUse } from "./exit-code.ts";

const exitCodes = `
Codes de sortie :
  ${exitCode.done}  fait (pour decode : les erreurs de décodage sont des données, dans « errors »)
  ${exitCode.failed}  échec : base injoignable, tâche en échec…
  ${exitCode.wrongUse}  commande mal employée : option, type, appareil ou fichier inconnu`;

/** Runs one command line; returns its exit code. Commands are loaded when they are called: decoding needs no database. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: "user" });
    return exitCode.done;
  } catch (error) {
    // Commander has printed its message already; it ends with 0 after --help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrongUse;
    process.stderr.write(`gtb: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof WrongUse ? exitCode.wrongUse : exitCode.failed;
  }
}

function program(): Command {
  const gtb = new Command("gtb");
  gtb
    .description("La plateforme énergie en ligne de commande, pour ses opérateurs.")
    .exitOverride()
    .helpOption("-h, --help", "affiche cette aide")
    .helpCommand("help [commande]", "affiche l'aide d'une commande")
    .configureHelp({ styleTitle: (title) => frenchTitles[title] ?? title })
    .addHelpText("after", exitCodes);
  addDecoding(gtb);
  return gtb;
}

const frenchTitles: Readonly<Record<string, string>> = {
  "Usage:": "Utilisation :",
  "Arguments:": "Arguments :",
  "Options:": "Options :",
  "Commands:": "Commandes :",
};

function addDecoding(gtb: Command): void {
  gtb
    .command("decode")
    .description('décode des trames : une ligne JSON {"port","hex","time"?} par trame sur l\'entrée standard')
    .requiredOption("--type <type>", "type d'appareil : identifiant, modèle ou fabricant/modèle")
    .option("--port <n>", "port LoRaWAN d'une seule trame, avec --hex")
    .option("--hex <octets>", "octets d'une seule trame, en hexadécimal")
    .option("--time <ISO>", "heure de la trame (ISO 8601), sinon maintenant")
    .addHelpText(
      "after",
      `
Écrit pour chaque ligne lue, dans l'ordre, une ligne JSON :
  {"measurements":[{"name","quantity","unit","value","time"}],"errors":[],"warnings":[]}
Une ligne illisible donne aussi sa ligne, avec son numéro dans « errors ».
${exitCodes}`,
    )
    .action(async (options) => (await import("./commands/decode.ts")).decode(options));
  gtb
    .command("device-types")
    .description("liste les types d'appareils connus et leurs mesures")
    .option("--json", "en JSON", false)
    .action(async (options) => (await import("./commands/list-device-types.ts")).listDeviceTypes(options));
}
