/** What may be logged of a fault: its kind, code and where it happened. Never its message: that may hold people's words. */

export type FaultReport = { readonly kind: string; readonly code: string | null; readonly at: readonly string[] };

/** The fault and its causes, outermost first, at most five. */
export function describeFault(fault: unknown): readonly FaultReport[] {
  const reports: FaultReport[] = [];
  for (let each = fault; each !== undefined && each !== null && reports.length < 5; each = causeOf(each))
    reports.push(report(each));
  return reports;
}

function report(fault: unknown): FaultReport {
  if (!(fault instanceof Error)) return { kind: typeof fault, code: null, at: [] };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
  return { kind: fault.name, code, at: framesOf(withoutMessage(fault)) };
}

/** The stack begins with the message, whose lines may look like anything. */
function withoutMessage({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length);
}

/** Where it happened, without the folders of this machine. */
function framesOf(stack: string): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 6)
    .map((line) => line.trim().replace(/(file:\/\/)?\/[^\s()]*\/(src|adapters|db|node_modules)\//, '$2/'));
}

function causeOf(fault: unknown): unknown {
  return fault instanceof Error ? fault.cause : undefined;
}
