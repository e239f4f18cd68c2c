import { expect, test, vi } from "vitest";
import type { Unit } from "../unit.ts";
import { SupervisedUnit, type UnitState } from "./supervised-unit.ts";

/** A unit without a process: `die` ends its present run; its next starts fail as often as `failures` says. */
class ControlledUnit implements Unit {
  readonly name = "controlled";
  pid: number | undefined;
  exited: Promise<void> | undefined;
  starts = 0;
  failures = 0;
  die: () => void = () => undefined;

  async start(): Promise<void> {
    this.starts += 1;
    this.pid = this.starts;
    this.exited = new Promise((resolve) => {
      this.die = resolve;
    });
  }

  async stop(): Promise<void> {
    this.die();
    this.pid = undefined;
  }

  kill(): Promise<void> {
    return this.stop();
  }

  async waitUntilHealthy(): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error("not healthy");
    }
  }
}

function supervise(unit: Unit) {
  const states: UnitState[] = [];
  const supervised = new SupervisedUnit({
    unit,
    healthyWithinMs: 1_000,
    backoffMs: [1, 2, 3],
    onChange: ({ state }) => states.push(state),
  });
  return { supervised, states };
}

test("a unit that dies is started again", async () => {
  const unit = new ControlledUnit();
  const { supervised } = supervise(unit);
  await supervised.start();
  unit.die();
  await vi.waitFor(() => expect(unit.starts).toBe(2));
  await vi.waitFor(() => expect(supervised.state).toBe("healthy"));
  expect(supervised.restarts).toBe(1);
  await supervised.stop();
  expect(supervised.state).toBe("stopped");
});

test("a unit that keeps failing is given up, and says so", async () => {
  const unit = new ControlledUnit();
  const { supervised, states } = supervise(unit);
  await supervised.start();
  unit.failures = Number.POSITIVE_INFINITY;
  unit.die();
  await vi.waitFor(() => expect(supervised.state).toBe("given up"));
  expect(unit.starts).toBe(1 + 3);
  expect(unit.pid).toBeUndefined();
  expect(states.at(-1)).toBe("given up");
});

test("a unit that recovers before it is given up goes on", async () => {
  const unit = new ControlledUnit();
  const { supervised } = supervise(unit);
  await supervised.start();
  unit.failures = 2;
  unit.die();
  await vi.waitFor(() => expect(unit.starts).toBe(1 + 3));
  await vi.waitFor(() => expect(supervised.state).toBe("healthy"));
  await supervised.stop();
});

test("a stop while it waits to start again does not start it", async () => {
  const unit = new ControlledUnit();
  const supervised = new SupervisedUnit({
    unit,
    healthyWithinMs: 1_000,
    backoffMs: [60_000],
    onChange: () => undefined,
  });
  await supervised.start();
  unit.die();
  await vi.waitFor(() => expect(supervised.state).toBe("restarting"));
  await supervised.stop();
  expect(unit.starts).toBe(1);
});

test("a first start that fails is an error, not a restart", async () => {
  const unit = new ControlledUnit();
  unit.failures = 1;
  const { supervised } = supervise(unit);
  await expect(supervised.start()).rejects.toThrow("not healthy");
  expect(unit.starts).toBe(1);
});
