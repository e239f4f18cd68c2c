import type { RegisterRoute } from "./route.ts";
import { createBuildingRoute } from "./routes/buildings/create-building.ts";
import { getBuildingRoute } from "./routes/buildings/get-building.ts";
import { getBuildingConsumptionRoute } from "./routes/buildings/get-building-consumption.ts";
import { listBuildingsRoute } from "./routes/buildings/list-buildings.ts";
import { addGasCoefficientsRoute } from "./routes/delivery-points/add-gas-coefficients.ts";
import { createDeliveryPointRoute } from "./routes/delivery-points/create-delivery-point.ts";
import { listDeviceTypesRoute } from "./routes/device-types/list-device-types.ts";
import { createDeviceRoute } from "./routes/devices/create-device.ts";
import { getDeviceRoute } from "./routes/devices/get-device.ts";
import { listDevicesRoute } from "./routes/devices/list-devices.ts";
import { getJobRoute } from "./routes/jobs/get-job.ts";
import { listJobsRoute } from "./routes/jobs/list-jobs.ts";
import { streamLiveRoute } from "./routes/live/stream-live.ts";
import { createMeterRoute } from "./routes/meters/create-meter.ts";
import { getMeterRoute } from "./routes/meters/get-meter.ts";
import { getMeterConsumptionRoute } from "./routes/meters/get-meter-consumption.ts";
import { createOrganisationRoute } from "./routes/organisations/create-organisation.ts";
import { getOrganisationRoute } from "./routes/organisations/get-organisation.ts";
import { listOrganisationsRoute } from "./routes/organisations/list-organisations.ts";
import { createPointRoute } from "./routes/points/create-point.ts";
import { getPointRoute } from "./routes/points/get-point.ts";
import { getPointReadingsRoute } from "./routes/points/get-point-readings.ts";
import { createRegisterRoute } from "./routes/registers/create-register.ts";
import { getRegisterRoute } from "./routes/registers/get-register.ts";
import { listRejectionsRoute } from "./routes/rejections/list-rejections.ts";
import { createSiteRoute } from "./routes/sites/create-site.ts";
import { getSiteRoute } from "./routes/sites/get-site.ts";
import { listUnknownDevicesRoute } from "./routes/unknown-devices/list-unknown-devices.ts";
import { createZoneRoute } from "./routes/zones/create-zone.ts";
import { getZoneRoute } from "./routes/zones/get-zone.ts";

/** Every endpoint, one line each. Adding one: its schema in packages/contracts, its file and test beside, its line here. */
export const routes: readonly RegisterRoute[] = [
  listOrganisationsRoute,
  createOrganisationRoute,
  getOrganisationRoute,
  createSiteRoute,
  getSiteRoute,
  listBuildingsRoute,
  createBuildingRoute,
  getBuildingRoute,
  getBuildingConsumptionRoute,
  createZoneRoute,
  getZoneRoute,
  createPointRoute,
  getPointRoute,
  getPointReadingsRoute,
  createMeterRoute,
  getMeterRoute,
  getMeterConsumptionRoute,
  createRegisterRoute,
  getRegisterRoute,
  createDeliveryPointRoute,
  addGasCoefficientsRoute,
  listDevicesRoute,
  createDeviceRoute,
  getDeviceRoute,
  listUnknownDevicesRoute,
  listDeviceTypesRoute,
  listRejectionsRoute,
  listJobsRoute,
  getJobRoute,
  streamLiveRoute,
];
