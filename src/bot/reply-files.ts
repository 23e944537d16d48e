/** The files of a reply, for where they are not drawn in their place: kept in a folder, or hung under a message. */
import type { File, Reply } from './reply.ts';

export function filesIn(reply: Reply): readonly File[] {
  if (reply.kind === 'form') return [];
  const { parts } = reply.kind === 'replace' ? reply.notice : reply;
  return parts.flatMap((part) => (part.kind === 'file' ? [part.file] : []));
}
