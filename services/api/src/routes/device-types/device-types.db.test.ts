import type { DeviceTypeList } from "@gtb/contracts/device-types";
import { catalogue } from "@gtb/devices/catalogue";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";

const api = await createApiUnderTest();

test("the catalogue is given with every measurement", async () => {
  const { body } = await api.get<DeviceTypeList>("/device-types");
  expect(body.items).toHaveLength(catalogue.length);
  const em300 = body.items.find((item) => item.id === "milesight-em300-th")!;
  expect(em300).toMatchObject({ vendor: "Milesight", deviceClass: "A", reportEveryMinutes: 10 });
  expect(em300.measurements.find((item) => item.name === "temperature")).toMatchObject({
    quantity: "temperature",
    unit: "Cel",
    kind: "gauge",
    wrapsAt: null,
  });
});
