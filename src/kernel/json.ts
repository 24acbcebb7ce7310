/** The value of a JSON text, or undefined where it is none (no JSON text means undefined). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: an answer, not a fault.
  }
}
