import type { RegisterRoute } from "./route.ts";
import { createApiTokenRoute } from "./routes/api-tokens/create-api-token.ts";
import { listApiTokensRoute } from "./routes/api-tokens/list-api-tokens.ts";
import { revokeApiTokenRoute } from "./routes/api-tokens/revoke-api-token.ts";
import { listAuditEventsRoute } from "./routes/audit/list-audit-events.ts";
import { assignStationRoute } from "./routes/buildings/assign-station.ts";
import { createBuildingRoute } from "./routes/buildings/create-building.ts";
import { getBuildingRoute } from "./routes/buildings/get-building.ts";
import { getBuildingAnalysisRoute } from "./routes/buildings/get-building-analysis.ts";
import { getBuildingClimateRoute } from "./routes/buildings/get-building-climate.ts";
import { getBuildingConsumptionRoute } from "./routes/buildings/get-building-consumption.ts";
import { listBuildingsRoute } from "./routes/buildings/list-buildings.ts";
import { updateBuildingRoute } from "./routes/buildings/update-building.ts";
import { createContractRoute } from "./routes/contracts/create-contract.ts";
import { getContractRoute } from "./routes/contracts/get-contract.ts";
import { listContractsRoute } from "./routes/contracts/list-contracts.ts";
import { updateContractRoute } from "./routes/contracts/update-contract.ts";
import { withdrawContractRoute } from "./routes/contracts/withdraw-contract.ts";
import { addGasCoefficientsRoute } from "./routes/delivery-points/add-gas-coefficients.ts";
import { createDeliveryPointRoute } from "./routes/delivery-points/create-delivery-point.ts";
import { getDeliveryPointRoute } from "./routes/delivery-points/get-delivery-point.ts";
import { listDeliveryPointsRoute } from "./routes/delivery-points/list-delivery-points.ts";
import { reconcileInvoicesRoute } from "./routes/delivery-points/reconcile-invoices.ts";
import { listDeviceTypesRoute } from "./routes/device-types/list-device-types.ts";
import { createDeviceRoute } from "./routes/devices/create-device.ts";
import { getDeviceRoute } from "./routes/devices/get-device.ts";
import { listDevicesRoute } from "./routes/devices/list-devices.ts";
import { updateDeviceRoute } from "./routes/devices/update-device.ts";
import { createEnergyFactorRoute } from "./routes/energy-factors/create-energy-factor.ts";
import { listEnergyFactorsRoute } from "./routes/energy-factors/list-energy-factors.ts";
import { withdrawEnergyFactorRoute } from "./routes/energy-factors/withdraw-energy-factor.ts";
import { withdrawFillRoute } from "./routes/fills/withdraw-fill.ts";
import { createVirtualMeterRoute } from "./routes/formulas/create-virtual-meter.ts";
import { createVirtualRegisterRoute } from "./routes/formulas/create-virtual-register.ts";
import { listRegisterFormulasRoute } from "./routes/formulas/list-register-formulas.ts";
import { setRegisterFormulaRoute } from "./routes/formulas/set-register-formula.ts";
import { createImportRoute } from "./routes/imports/create-import.ts";
import { createImportCurveRoute } from "./routes/imports/create-import-curve.ts";
import { createImportRunRoute } from "./routes/imports/create-import-run.ts";
import { getImportRoute } from "./routes/imports/get-import.ts";
import { getImportRunRoute } from "./routes/imports/get-import-run.ts";
import { listImportChoicesRoute } from "./routes/imports/list-import-choices.ts";
import { listImportRefusalsRoute } from "./routes/imports/list-import-refusals.ts";
import { listImportsRoute } from "./routes/imports/list-imports.ts";
import { previewImportRoute } from "./routes/imports/preview-import.ts";
import { putImportChunkRoute } from "./routes/imports/put-import-chunk.ts";
import { removeImportMappingRoute } from "./routes/imports/remove-import-mapping.ts";
import { saveImportMappingRoute } from "./routes/imports/save-import-mapping.ts";
import { acceptInvitationRoute } from "./routes/invitations/accept-invitation.ts";
import { createInvitationRoute } from "./routes/invitations/create-invitation.ts";
import { listInvitationsRoute } from "./routes/invitations/list-invitations.ts";
import { previewInvitationRoute } from "./routes/invitations/preview-invitation.ts";
import { withdrawInvitationRoute } from "./routes/invitations/withdraw-invitation.ts";
import { createInvoiceRoute } from "./routes/invoices/create-invoice.ts";
import { deleteInvoiceRoute } from "./routes/invoices/delete-invoice.ts";
import { importInvoiceFileRoute } from "./routes/invoices/import-invoice-file.ts";
import { listInvoicesRoute } from "./routes/invoices/list-invoices.ts";
import { getJobRoute } from "./routes/jobs/get-job.ts";
import { listJobsRoute } from "./routes/jobs/list-jobs.ts";
import { streamLiveRoute } from "./routes/live/stream-live.ts";
import { changeMeRoute } from "./routes/me/change-me.ts";
import { changePasswordRoute } from "./routes/me/change-password.ts";
import { confirmSecondFactorRoute } from "./routes/me/confirm-second-factor.ts";
import { endSessionRoute } from "./routes/me/end-session.ts";
import { getMeRoute } from "./routes/me/get-me.ts";
import { listSessionsRoute } from "./routes/me/list-sessions.ts";
import { offerSecondFactorRoute } from "./routes/me/offer-second-factor.ts";
import { removeSecondFactorRoute } from "./routes/me/remove-second-factor.ts";
import { createMeterRoute } from "./routes/meters/create-meter.ts";
import { getMeterRoute } from "./routes/meters/get-meter.ts";
import { getMeterAnalysisRoute } from "./routes/meters/get-meter-analysis.ts";
import { getMeterBalanceRoute } from "./routes/meters/get-meter-balance.ts";
import { getMeterConsumptionRoute } from "./routes/meters/get-meter-consumption.ts";
import { updateMeterRoute } from "./routes/meters/update-meter.ts";
import { finishOidcRoute } from "./routes/oidc/finish-oidc.ts";
import { startOidcRoute } from "./routes/oidc/start-oidc.ts";
import { changeOrganisationLinkRoute } from "./routes/organisation-links/change-organisation-link.ts";
import { createOrganisationLinkRoute } from "./routes/organisation-links/create-organisation-link.ts";
import { endOrganisationLinkRoute } from "./routes/organisation-links/end-organisation-link.ts";
import { getOrganisationLinkRoute } from "./routes/organisation-links/get-organisation-link.ts";
import { listOrganisationLinksRoute } from "./routes/organisation-links/list-organisation-links.ts";
import { createOrganisationRoute } from "./routes/organisations/create-organisation.ts";
import { getDataQualityRoute } from "./routes/organisations/get-data-quality.ts";
import { getLeagueRoute } from "./routes/organisations/get-league.ts";
import { getOrganisationRoute } from "./routes/organisations/get-organisation.ts";
import { getOrganisationAnalysisRoute } from "./routes/organisations/get-organisation-analysis.ts";
import { listOrganisationBreaksRoute } from "./routes/organisations/list-organisation-breaks.ts";
import { listOrganisationsRoute } from "./routes/organisations/list-organisations.ts";
import { completePasswordResetRoute } from "./routes/password-resets/complete-password-reset.ts";
import { requestPasswordResetRoute } from "./routes/password-resets/request-password-reset.ts";
import { createCorrectionRoute } from "./routes/points/create-correction.ts";
import { createPointRoute } from "./routes/points/create-point.ts";
import { getPointRoute } from "./routes/points/get-point.ts";
import { getPointReadingsRoute } from "./routes/points/get-point-readings.ts";
import { listCorrectionsRoute } from "./routes/points/list-corrections.ts";
import { updatePointRoute } from "./routes/points/update-point.ts";
import { withdrawRegisterEventRoute } from "./routes/register-events/withdraw-register-event.ts";
import { assignRegisterPointRoute } from "./routes/registers/assign-register-point.ts";
import { createFillRoute } from "./routes/registers/create-fill.ts";
import { createRegisterRoute } from "./routes/registers/create-register.ts";
import { createRegisterEventRoute } from "./routes/registers/create-register-event.ts";
import { getRegisterRoute } from "./routes/registers/get-register.ts";
import { getRegisterParametersRoute } from "./routes/registers/get-register-parameters.ts";
import { listFillsRoute } from "./routes/registers/list-fills.ts";
import { listRegisterBreaksRoute } from "./routes/registers/list-register-breaks.ts";
import { listRegisterEventsRoute } from "./routes/registers/list-register-events.ts";
import { setRegisterParametersRoute } from "./routes/registers/set-register-parameters.ts";
import { listRejectionsRoute } from "./routes/rejections/list-rejections.ts";
import { endRoleRoute } from "./routes/roles/end-role.ts";
import { giveRoleRoute } from "./routes/roles/give-role.ts";
import { listSignInWaysRoute } from "./routes/sign-in/list-sign-in-ways.ts";
import { signInRoute } from "./routes/sign-in/sign-in.ts";
import { signOutRoute } from "./routes/sign-in/sign-out.ts";
import { createSiteRoute } from "./routes/sites/create-site.ts";
import { getSiteRoute } from "./routes/sites/get-site.ts";
import { updateSiteRoute } from "./routes/sites/update-site.ts";
import { createStationRoute } from "./routes/stations/create-station.ts";
import { getStationRoute } from "./routes/stations/get-station.ts";
import { getStationDaysRoute } from "./routes/stations/get-station-days.ts";
import { listStationsRoute } from "./routes/stations/list-stations.ts";
import { sendTemperatureFileRoute } from "./routes/stations/send-temperature-file.ts";
import { updateStationRoute } from "./routes/stations/update-station.ts";
import { listUnknownDevicesRoute } from "./routes/unknown-devices/list-unknown-devices.ts";
import { changeUserRoute } from "./routes/users/change-user.ts";
import { eraseUserRoute } from "./routes/users/erase-user.ts";
import { exportUserRoute } from "./routes/users/export-user.ts";
import { getUserRoute } from "./routes/users/get-user.ts";
import { listUsersRoute } from "./routes/users/list-users.ts";
import { createZoneRoute } from "./routes/zones/create-zone.ts";
import { getZoneRoute } from "./routes/zones/get-zone.ts";
import { updateZoneRoute } from "./routes/zones/update-zone.ts";

/** Every endpoint, one line each. Adding one: its schema in packages/contracts, its file and test beside, its line here. */
export const routes: readonly RegisterRoute[] = [
  listOrganisationsRoute,
  createOrganisationRoute,
  getOrganisationAnalysisRoute,
  getDataQualityRoute,
  getLeagueRoute,
  getOrganisationRoute,
  createSiteRoute,
  getSiteRoute,
  updateSiteRoute,
  listBuildingsRoute,
  createBuildingRoute,
  getBuildingRoute,
  updateBuildingRoute,
  getBuildingAnalysisRoute,
  getBuildingConsumptionRoute,
  getBuildingClimateRoute,
  assignStationRoute,
  listStationsRoute,
  createStationRoute,
  getStationRoute,
  updateStationRoute,
  getStationDaysRoute,
  sendTemperatureFileRoute,
  createZoneRoute,
  getZoneRoute,
  updateZoneRoute,
  createPointRoute,
  getPointRoute,
  updatePointRoute,
  getPointReadingsRoute,
  createMeterRoute,
  getMeterRoute,
  updateMeterRoute,
  getMeterAnalysisRoute,
  getMeterBalanceRoute,
  getMeterConsumptionRoute,
  createRegisterRoute,
  getRegisterRoute,
  createCorrectionRoute,
  listCorrectionsRoute,
  createRegisterEventRoute,
  listRegisterEventsRoute,
  withdrawRegisterEventRoute,
  listRegisterBreaksRoute,
  listOrganisationBreaksRoute,
  getRegisterParametersRoute,
  setRegisterParametersRoute,
  createVirtualMeterRoute,
  createVirtualRegisterRoute,
  listRegisterFormulasRoute,
  setRegisterFormulaRoute,
  assignRegisterPointRoute,
  createFillRoute,
  listFillsRoute,
  withdrawFillRoute,
  createDeliveryPointRoute,
  addGasCoefficientsRoute,
  listDeliveryPointsRoute,
  getDeliveryPointRoute,
  reconcileInvoicesRoute,
  listContractsRoute,
  createContractRoute,
  getContractRoute,
  updateContractRoute,
  withdrawContractRoute,
  importInvoiceFileRoute,
  listInvoicesRoute,
  createInvoiceRoute,
  deleteInvoiceRoute,
  listEnergyFactorsRoute,
  createEnergyFactorRoute,
  withdrawEnergyFactorRoute,
  listDevicesRoute,
  createDeviceRoute,
  getDeviceRoute,
  updateDeviceRoute,
  listUnknownDevicesRoute,
  listDeviceTypesRoute,
  listRejectionsRoute,
  listImportsRoute,
  createImportRoute,
  getImportRoute,
  putImportChunkRoute,
  previewImportRoute,
  createImportRunRoute,
  createImportCurveRoute,
  getImportRunRoute,
  listImportRefusalsRoute,
  listImportChoicesRoute,
  saveImportMappingRoute,
  removeImportMappingRoute,
  listJobsRoute,
  getJobRoute,
  streamLiveRoute,
  listSignInWaysRoute,
  signInRoute,
  signOutRoute,
  startOidcRoute,
  finishOidcRoute,
  requestPasswordResetRoute,
  completePasswordResetRoute,
  getMeRoute,
  changeMeRoute,
  changePasswordRoute,
  offerSecondFactorRoute,
  confirmSecondFactorRoute,
  removeSecondFactorRoute,
  listSessionsRoute,
  endSessionRoute,
  listAuditEventsRoute,
  listUsersRoute,
  getUserRoute,
  changeUserRoute,
  exportUserRoute,
  eraseUserRoute,
  giveRoleRoute,
  endRoleRoute,
  listInvitationsRoute,
  createInvitationRoute,
  withdrawInvitationRoute,
  previewInvitationRoute,
  acceptInvitationRoute,
  listApiTokensRoute,
  createApiTokenRoute,
  revokeApiTokenRoute,
  listOrganisationLinksRoute,
  createOrganisationLinkRoute,
  getOrganisationLinkRoute,
  changeOrganisationLinkRoute,
  endOrganisationLinkRoute,
];
