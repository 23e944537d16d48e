/** The files of a reply, for where they are not drawn in their place: kept in a folder, or hung under a message. */
import type { File, Part, Reply } from './reply.ts';

export type FilePart = Extract<Part, { kind: 'file' }>;

/** With the sentence that says what each of them is. */
export function filePartsIn(reply: Reply): readonly FilePart[] {
  if (reply.kind === 'form') return [];
  const { parts } = reply.kind === 'replace' ? reply.notice : reply;
  return parts.filter((part) => part.kind === 'file');
}

export function filesIn(reply: Reply): readonly File[] {
  return filePartsIn(reply).map(({ file }) => file);
}
