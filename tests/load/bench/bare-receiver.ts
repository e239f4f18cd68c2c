import { connect } from "mqtt";

// The floor: receive at QoS 1 and JSON.parse, nothing else. Arguments: broker, messages, of which warm-up.
const [mqttUrl = "", messages = "0", warmUp = "0"] = process.argv.slice(2);
const properties = { sessionExpiryInterval: 3600, receiveMaximum: 2_000 };
const client = connect(mqttUrl, { protocolVersion: 5, clientId: "gtb-bench-bare", clean: false, properties });
let received = 0;
let frames = 0;
let before = process.cpuUsage();
client.on("message", (_, payload) => {
  frames += (JSON.parse(payload.toString()) as { fCnt: number }).fCnt;
  received += 1;
  if (received === Number(warmUp)) before = process.cpuUsage();
  if (received < Number(messages)) return;
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ cpuMicroseconds: (user + system) / (received - Number(warmUp)), frames }));
  client.end(false, () => process.exit());
});
