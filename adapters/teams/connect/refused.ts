/** Somebody who knocks is turned away: with this status, and with the reason in the log. */

export class Refused extends Error {
  readonly status: number;
  /** For whoever runs the server; never what was in the request. */
  readonly reason: string;
  readonly details: Readonly<Record<string, string>>;
  constructor(status: number, reason: string, details: Refused['details'] = {}) {
    super(reason);
    this.status = status;
    this.reason = reason;
    this.details = details;
  }
}
