/** The JSON of one of the platform's documents. */
export async function fetchJson(path, options = {}) {
  const response = await fetch(path, options);
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.detail ?? `${path} answered ${response.status}`);
  }
  return body;
}
