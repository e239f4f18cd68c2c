// The container's health is what the service says of itself.
const [, , port] = process.argv;
const response = await fetch(`http://127.0.0.1:${port}/healthz`);
if (!response.ok) {
  console.error(await response.text());
  process.exit(1);
}
