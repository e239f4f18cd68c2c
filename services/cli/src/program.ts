import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { exitCode, LinesRefused, WrongUse } from "./exit-code.ts";
import { frenchDescription, frenchMessage } from "./french-errors.ts";

const exitCodes = `
Codes de sortie :
  ${exitCode.done}  fait (pour decode et codec run : les erreurs de décodage sont des données, dans « errors »)
  ${exitCode.failed}  échec : base injoignable, tâche en échec, journal d'audit altéré…
  ${exitCode.wrongUse}  commande mal employée : option, type, appareil ou fichier inconnu
  ${exitCode.linesRefused}  import fait, sauf des lignes refusées (dites une par une sur la sortie d'erreur)`;

/** Runs one command line; returns its exit code. Commands are loaded when they are called: decoding needs no database. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: "user" });
    return exitCode.done;
  } catch (error) {
    if (error instanceof CommanderError) return afterCommander(error);
    process.stderr.write(`gtb: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof LinesRefused) return exitCode.linesRefused;
    return error instanceof WrongUse ? exitCode.wrongUse : exitCode.failed;
  }
}

/** It ends with 0 after --help, with its own code where no command was given and help was shown, else with an error. */
function afterCommander(error: CommanderError): number {
  if (error.exitCode === 0) return exitCode.done;
  if (error.code !== "commander.help") process.stderr.write(`gtb: ${frenchMessage(error)}\n`);
  return exitCode.wrongUse;
}

function program(): Command {
  const gtb = new Command("gtb");
  gtb
    .description("La plateforme énergie en ligne de commande, pour ses opérateurs.")
    .exitOverride()
    .helpOption("-h, --help", "affiche cette aide")
    .helpCommand("help [commande]", "affiche l'aide d'une commande")
    // Its own errors are English: ours are printed in their place.
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => frenchTitles[title] ?? title, optionDescription: frenchDescription })
    .addHelpText("after", exitCodes);
  addDecoding(gtb);
  addCodec(gtb);
  addListings(gtb);
  addJobs(gtb);
  addAudit(gtb);
  addMails(gtb);
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

function addCodec(gtb: Command): void {
  gtb
    .command("codec")
    .description("les décodeurs JavaScript publiés par les fabricants (LoRa Alliance TS013)")
    .command("run")
    .description('essaie un décodeur : une ligne JSON {"port","hex","time"?} par trame sur l\'entrée standard')
    .requiredOption("--script <fichier>", "script JavaScript : decodeUplink(input), sinon Decoder ou Decode")
    .addHelpText(
      "after",
      `
Écrit pour chaque ligne lue, dans l'ordre, une ligne JSON : {"data","errors","warnings"}.
Le script tourne dans un bac à sable, sans réseau ni fichiers, 250 ms de calcul et 32 Mo par trame, et son horloge est
l'heure de la trame ; ce qu'il fait de travers est dit dans « errors », avec sa ligne. Rien ne reste d'une trame à l'autre.
${exitCodes}`,
    )
    .action(async (options) => (await import("./commands/run-codec.ts")).runCodec(options));
}

const outcomes = [
  "decoded",
  "partly_rejected",
  "no_measurement",
  "unknown_device",
  "undecodable",
  "encrypted",
  "recorded",
];

function addListings(gtb: Command): void {
  const devices = gtb.command("devices").description("les appareils");
  withOutput(devices.command("list"))
    .description("liste les appareils déclarés, avec leur dernière trame et leur état")
    .option("--search <texte>", "dont le nom ou le DevEUI contient ce texte")
    .option("--type <type>", "de ce type : identifiant, modèle ou fabricant/modèle")
    .addOption(new Option("--state <état>", "dans cet état").choices(["ok", "silent", "never_heard", "error"]))
    .option("--unknown", "plutôt ceux qui sont entendus sans être déclarés")
    .action(async (options) => (await import("./commands/list-devices.ts")).listDevicesCommand(options));
  withOutput(gtb.command("uplinks"), 20)
    .description("liste les dernières trames d'un appareil, ou celles qui n'ont pu être décodées")
    .argument("[appareil]", "DevEUI (déclaré ou non) ou nom")
    .addOption(new Option("--outcome <résultat>", "de ce résultat").choices(outcomes))
    .action(async (device, options) =>
      (await import("./commands/list-uplinks.ts")).listUplinksCommand(device, options),
    );
}

function addJobs(gtb: Command): void {
  withOutput(gtb.command("jobs"), 20)
    .description("liste les dernières tâches de fond et leur avancement")
    .option("--kind <genre>", "de ce genre : import-readings, recompute…")
    .addOption(new Option("--state <état>", "dans cet état").choices(["queued", "running", "done", "failed"]))
    .action(async (options) => (await import("./commands/list-jobs.ts")).listJobsCommand(options));
  addImport(gtb);
  withOutput(gtb.command("recompute"))
    .description("met en file le recalcul des consommations horaires")
    .option("--building <uuid>", "d'un bâtiment", parseUuid)
    .option("--meter <uuid>", "d'un compteur", parseUuid)
    .option("--from <ISO>", "à partir de cette heure (une date seule commence à minuit UTC)", parseTime)
    .option("--to <ISO>", "jusqu'à cette heure, exclue", parseTime)
    .action(async (options) => (await import("./commands/recompute.ts")).recompute(options));
}

function addImport(gtb: Command): void {
  withOutput(gtb.command("import"))
    .description("importe un fichier de relevés et suit la tâche jusqu'à sa fin")
    .argument("<fichier>", "CSV, .gz ou .xlsx ; sans --mapping ni --preset : en-tête point,time,value")
    .option("--organisation <nom>", "collectivité des compteurs, avec --mapping ou --preset : nom, code INSEE ou uuid")
    .option("--mapping <nom>", "lu selon ce format enregistré par la collectivité")
    .option("--preset <format>", "lu selon ce format publié : enedis-load-curve, enedis-daily-index, grdf-daily…")
    .option("--dry-run", "lit et compare tout le fichier sans rien enregistrer, avec --mapping ou --preset", false)
    .option("--name <nom>", "nom de l'import, sinon celui du fichier")
    .option("--no-wait", "rend la main dès que la tâche est en file")
    .addHelpText(
      "after",
      `
Sans --mapping ni --preset, le service jobs lit lui-même le fichier, sous le même chemin. Avec l'un des deux, le contenu est
envoyé à la base et la collectivité voit l'import au portail, où il peut être annulé.
${exitCodes}`,
    )
    .action(async (file, options) => {
      if (options.mapping !== undefined || options.preset !== undefined)
        return (await import("./commands/import-file.ts")).importFile(file, options);
      if (options.dryRun || options.organisation !== undefined)
        throw new WrongUse("--dry-run et --organisation vont avec --mapping ou --preset.");
      return (await import("./commands/import-readings.ts")).importReadings(file, options);
    });
}

function addMails(gtb: Command): void {
  const mail = withOutput(gtb.command("mail"), 20)
    .description("liste les derniers mails que la plateforme de « npm start » a gardés au lieu de les envoyer")
    .action(async (options) => (await import("./commands/mail.ts")).listMailsCommand(options));
  withOutput(mail.command("show"))
    .description("montre un de ces mails : 1 est le dernier")
    .argument("<numéro>", "numéro dans la liste", parseLimit)
    // The parent takes --json for itself, wherever it stands.
    .action(async (number, _options, command) =>
      (await import("./commands/mail.ts")).showMailCommand(number, command.optsWithGlobals()),
    );
}

function addAudit(gtb: Command): void {
  const audit = gtb.command("audit").description("le journal d'audit");
  withOutput(audit.command("verify"))
    .description("recalcule tous les sceaux du journal d'audit, et dit le premier endroit où il a été altéré")
    .option("--anchor <empreinte>", "d'un sceau notée ailleurs, qui doit toujours faire partie de la chaîne", parseHash)
    .action(async (options) => (await import("./commands/verify-audit.ts")).verifyAuditCommand(options));
}

function withOutput(command: Command, limit?: number): Command {
  command.option("--json", "en JSON, pour les machines", false);
  return limit === undefined ? command : command.option("--limit <n>", "au plus tant de lignes", parseLimit, limit);
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) throw new InvalidArgumentError("de 1 à 10000.");
  return limit;
}

function parseUuid(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new InvalidArgumentError("un uuid est attendu.");
  return text;
}

function parseHash(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new InvalidArgumentError("64 chiffres hexadécimaux sont attendus.");
  return text.toLowerCase();
}

function parseTime(text: string): Date {
  const time = /^\d{4}-\d{2}-\d{2}($|T.*(Z|[+-]\d{2}:?\d{2})$)/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError("une date, ou une heure ISO 8601 avec décalage.");
  return time;
}
