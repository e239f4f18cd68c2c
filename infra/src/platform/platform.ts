import { join } from "node:path";
import { withinTime } from "@gtb/service-kit/lifecycle";
import { databaseName, provideBackingServices } from "../backing-services.ts";
import { bringUpToDate } from "../bring-up-to-date.ts";
import { readCertificates } from "../certificates/certificate-files.ts";
import { checkDatabase, ensureDatabase } from "../database-server.ts";
import { type Credential, credentialsFile } from "../first-accounts/credentials-file.ts";
import { makeFirstAccounts } from "../first-accounts/make-first-accounts.ts";
import { secretsFolder } from "../keep-secret.ts";
import { checkBroker } from "../mqtt-health.ts";
import { RotatingLog } from "../rotating-log.ts";
import { giveServiceLogins } from "../service-logins.ts";
import type { Unit } from "../unit.ts";
import type { PlatformConfig } from "./config.ts";
import { createService, type PlatformAccess, type ServiceDefinition, stopOrder } from "./services.ts";
import {
  endLeftovers,
  type PlatformAddresses,
  releaseLock,
  takeLock,
  writeChildren,
  writeStatus,
} from "./state-files.ts";
import { SupervisedUnit } from "./supervised-unit.ts";

export interface PlatformOptions {
  readonly config: PlatformConfig;
  readonly services: readonly ServiceDefinition[];
  readonly withDemonstrator: boolean;
  readonly buildPortal: (home: string) => Promise<void>;
  readonly progress: (line: string) => void;
}

/** The whole platform under one supervisor. `start` and `stop` may be called at any time: callers share the outcome. */
export class Platform {
  readonly #options: PlatformOptions;
  readonly #log: RotatingLog;
  readonly #units: SupervisedUnit[] = [];
  readonly #lastEvents = new Map<string, string>();
  #writing: Promise<void> = Promise.resolve();
  #addresses: PlatformAddresses;
  #newAccounts: readonly Credential[] = [];
  #ready = false;
  #starting: Promise<PlatformAddresses> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: PlatformOptions) {
    this.#options = options;
    this.#log = new RotatingLog(join(options.config.home, "logs", "supervisor.log"));
    const { home, ports, tls } = options.config;
    const api = `${tls ? "https" : "http"}://127.0.0.1:${ports.api}`;
    this.#addresses = { api, mqtt: "", database: "", credentialsFile: credentialsFile(home) };
  }

  /** The accounts that this start has made, once it is done. */
  get newAccounts(): readonly Credential[] {
    return this.#newAccounts;
  }

  /** Resolves when everything is healthy. Rejects with what to do about it, and nothing is left running then. */
  start(): Promise<PlatformAddresses> {
    this.#starting ??= this.#startAll();
    return this.#starting;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  /** Ends everything at once. */
  async kill(): Promise<void> {
    await Promise.all(this.#units.map((unit) => unit.kill()));
    await releaseLock(this.#options.config.home);
  }

  async #startAll(): Promise<PlatformAddresses> {
    const { home } = this.#options.config;
    if (!(await takeLock(home))) throw new Error(`Another supervisor runs on ${home}: npm stop ends it.`);
    try {
      const leftovers = await endLeftovers(home);
      if (leftovers > 0) this.#say(`ended ${leftovers} processes that a killed supervisor had left`);
      const access = await this.#startBackingServices();
      await this.#startServices(access);
      await this.#makeFirstAccounts();
      this.#ready = true;
      await this.#noteState();
      return this.#addresses;
    } catch (error) {
      this.#log.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      await this.stop();
      throw error;
    }
  }

  async #startBackingServices(): Promise<PlatformAccess> {
    const { config } = this.#options;
    const { home, cacheFolder, ports, databaseUrl, mqttUrl, backingServices: way, listen } = config;
    const tls = config.tls ? await readCertificates(home) : undefined;
    const brokerTls = tls && { address: listen, port: ports.mqttTls, ...tls.broker };
    const portal = this.#options.buildPortal(home);
    // Its failure is told where it is awaited, after the servers.
    portal.catch(() => undefined);
    const request = { home, cacheFolder, ports, databaseUrl, mqttUrl, way, brokerTls };
    const backing = await provideBackingServices(request, (line) => this.#say(line));
    const { brokerUrls, databaseUrl: owner } = backing;
    this.#addresses = { ...this.#addresses, mqtt: brokerUrls.chirpstack, database: owner };
    await Promise.all(backing.units.map((unit) => this.#startUnit(unit, 120_000)));
    if (backing.serverUrl !== undefined) await ensureDatabase(backing.serverUrl, databaseName);
    await this.#check("database", () => checkDatabase(owner));
    const broker = new URL(brokerUrls.chirpstack);
    await this.#check("broker", () => checkBroker(broker.hostname, Number(broker.port || 1883)));
    this.#throwIfStopping();
    await bringUpToDate(owner, (line) => this.#say(line));
    const databases = await giveServiceLogins(owner, { folder: secretsFolder(home) });
    this.#say("building the portal");
    await portal;
    const publicUrl = config.environment["GTB_PUBLIC_URL"] ?? this.#addresses.api;
    return { owner, databases, broker: brokerUrls, listen, publicUrl, tls };
  }

  /** The demonstrator last: it wants everything else; the others do not want each other. */
  async #startServices(access: PlatformAccess): Promise<void> {
    const { config, services, withDemonstrator } = this.#options;
    const start = (definition: ServiceDefinition): Promise<void> =>
      this.#startUnit(createService(definition, config, access), definition.healthyWithinMs);
    await Promise.all(services.filter(({ demonstrator }) => !demonstrator).map(start));
    if (!withDemonstrator) return;
    this.#say("declaring the demonstrator; its history goes on loading behind");
    await Promise.all(services.filter(({ demonstrator }) => demonstrator).map(start));
  }

  /** After the demonstrator: a technician of it has two of its buildings. */
  async #makeFirstAccounts(): Promise<void> {
    this.#throwIfStopping();
    const { config, withDemonstrator } = this.#options;
    const { home, production, administratorEmail } = config;
    if (withDemonstrator && production) this.#say("NODE_ENV=production: no sign-ins of the demonstrator are made");
    const request = { ownerUrl: this.#addresses.database, home, withDemonstrator, production, administratorEmail };
    this.#newAccounts = await makeFirstAccounts(request);
    if (this.#newAccounts.length > 0) this.#say(`${this.#newAccounts.length} accounts made: see credentials.json`);
  }

  async #startUnit(unit: Unit, healthyWithinMs: number): Promise<void> {
    this.#throwIfStopping();
    const supervised = new SupervisedUnit({
      unit,
      healthyWithinMs,
      onChange: (changed, what) => this.#changed(changed, what),
    });
    this.#units.push(supervised);
    await supervised.start();
  }

  async #check(name: string, check: () => Promise<void>): Promise<void> {
    this.#throwIfStopping();
    try {
      await check();
    } catch (error) {
      throw new Error(`The ${name} does not answer: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  #throwIfStopping(): void {
    if (this.#stopping !== undefined) throw new Error("stopped while starting");
  }

  async #stopAll(): Promise<void> {
    const order: readonly string[] = stopOrder;
    const units = this.#units.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    for (const unit of units) {
      try {
        // The process is killed after its own grace time; this limit is for what even that does not end.
        await withinTime({ name: `stopping ${unit.name}`, timeLimitMs: 90_000, run: () => unit.stop() });
      } catch (error) {
        this.#say(error instanceof Error ? error.message : String(error));
      }
    }
    await this.#writing;
    await endLeftovers(this.#options.config.home);
    await releaseLock(this.#options.config.home);
    this.#log.close();
  }

  #changed(unit: SupervisedUnit, what: string): void {
    this.#lastEvents.set(unit.name, `${new Date().toISOString()} ${what}`);
    this.#say(`${unit.name}: ${what}`);
    void this.#noteState();
  }

  /** One after the other, so that the last state is the one that stays. Never rejects. */
  #noteState(): Promise<void> {
    this.#writing = this.#writing
      .then(() => this.#writeState())
      .catch((error: unknown) => this.#log.write(`the state could not be noted: ${String(error)}\n`));
    return this.#writing;
  }

  async #writeState(): Promise<void> {
    const { home } = this.#options.config;
    await writeChildren(
      home,
      this.#units.flatMap(({ unit }) => unit.pid ?? []),
    );
    await writeStatus(home, {
      ready: this.#ready,
      addresses: this.#addresses,
      units: this.#units.map((unit) => ({
        name: unit.name,
        state: unit.state,
        pid: unit.unit.pid,
        restarts: unit.restarts,
        lastEvent: this.#lastEvents.get(unit.name) ?? "",
      })),
    });
  }

  #say(line: string): void {
    this.#log.write(`${new Date().toISOString()} ${line}\n`);
    this.#options.progress(line);
  }
}
