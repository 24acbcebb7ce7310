export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429;

/**
 * 无法处理: something unknown, not allowed or malformed. It answers as an HTTP status with a stable `code` and facts; the sentence is made
 * from the catalogue of words, never here.
 */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: ProblemStatus, code: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(`${status} ${code}`);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}
