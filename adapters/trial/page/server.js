// Asks the server. What goes wrong is thrown with a code that texts.js can say.

export class ServerProblem extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @param {string} path @param {Record<string, string | number>} [query] */
export function ask(path, query = {}) {
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return answer(`${path}?${parameters}`, { method: 'GET' });
}

/** @param {string} path @param {object} body */
export function tell(path, body) {
  return answer(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function answer(path, request) {
  let response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new ServerProblem('noConnection');
  }
  const content = await response.json().catch(() => ({ error: 'fault' }));
  if (!response.ok) throw new ServerProblem(content.error ?? 'fault');
  return content;
}
