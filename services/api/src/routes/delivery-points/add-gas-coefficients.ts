import { DeliveryPoint, DeliveryPointParams, GasCoefficientsBody } from "@gtb/contracts/delivery-points";
import { getDeliveryPoint } from "@gtb/database/queries/get-delivery-point";
import { insertGasCoefficients } from "@gtb/database/queries/insert-gas-coefficients";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const addGasCoefficientsRoute = route({
  method: "POST",
  path: "/api/v1/delivery-points/:deliveryPointId/gas-coefficients",
  allow: "meter:write",
  summary: "Say what a m³ of gas holds, period by period; the consumption of these periods is computed again",
  params: DeliveryPointParams,
  body: GasCoefficientsBody,
  reply: DeliveryPoint,
  handler: async ({ db, params: { deliveryPointId }, body: { coefficients, source } }) => {
    found(await getDeliveryPoint(db, deliveryPointId), "delivery point");
    await insertGasCoefficients(db, deliveryPointId, coefficients, source);
    return found(await getDeliveryPoint(db, deliveryPointId), "delivery point");
  },
});
