import { resolve } from "node:path";
import { createPool } from "@gtb/database/pool";
import { startHealthServer } from "@gtb/service-kit/health-server";
import type { RunningService } from "@gtb/service-kit/lifecycle";
import type { Logger } from "@gtb/service-kit/log";
import { Counter, createMetrics } from "@gtb/service-kit/metrics";
import { connectAsync } from "mqtt";
import type { Config } from "./config.ts";
import { declareDemonstrator } from "./demonstrator/declare-demonstrator.ts";
import { Simulation } from "./simulation.ts";

/**
 * Declares the demonstrator, then publishes live uplinks while what is missing of its history is written behind them.
 * Healthy once declared and connected to the broker.
 */
export async function startSimulator(config: Config, log: Logger): Promise<RunningService> {
  const pool = createPool({
    databaseUrl: config.GTB_DATABASE_URL,
    applicationName: "gtb-simulator",
    maxConnections: 2,
  });
  const metrics = createMetrics("simulator");
  const published = new Counter({
    name: "gtb_simulator_messages_total",
    help: "Messages published.",
    registers: [metrics],
  });
  const declared = await declareDemonstrator(pool);
  log.info({ added: declared.added, points: declared.points.size }, "demonstrator declared");
  const mqtt = await connectAsync(config.GTB_MQTT_URL, {
    protocolVersion: 5,
    clientId: `gtb-simulator-${process.pid}`,
  });
  const broker = () => {
    if (!mqtt.connected) throw new Error("not connected to the broker");
  };
  const health = await startHealthServer({
    host: config.GTB_HEALTH_HOST,
    port: config.GTB_HEALTH_PORT,
    checks: { broker },
    metrics,
  });
  const simulation = new Simulation({
    pool,
    log,
    declared,
    home: resolve(config.GTB_HOME),
    publish: ({ topic, payload }) => {
      published.inc();
      mqtt.publish(topic, payload, { qos: 1 });
    },
  });
  return {
    failed: simulation.run(),
    stopPhases: [
      { name: "uplinks", timeLimitMs: 5_000, run: () => simulation.stop() },
      { name: "broker", timeLimitMs: 3_000, run: () => mqtt.endAsync() },
      { name: "database", timeLimitMs: 2_000, run: () => pool.end() },
      { name: "health", timeLimitMs: 1_000, run: () => health.close() },
    ],
  };
}
