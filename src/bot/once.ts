/** Gives every control of a reply its key, so that pressing it twice does one thing (ARCHITECTURE, Once). */
import type { Button, Notice, Part, Reply } from './reply.ts';

/** Stamps every button and form with a key made now; keys that are there already stay. */
export function withKeys<R extends Reply>(reply: R, newKey: () => string): R {
  switch (reply.kind) {
    case 'form':
      return { ...reply, key: reply.key ?? newKey() };
    case 'replace':
      return { ...reply, notice: noticeWithKeys(reply.notice, newKey) };
    case 'notice':
      return noticeWithKeys(reply, newKey) as R;
  }
}

function noticeWithKeys(notice: Notice, newKey: () => string): Notice {
  const stamp = (button: Button): Button => ({ ...button, key: button.key ?? newKey() });
  const parts = notice.parts.map((part): Part => {
    if (part.kind === 'buttons') return { ...part, buttons: part.buttons.map(stamp) };
    if (part.kind !== 'list') return part;
    const rows = part.rows.map((row) => (row.buttons ? { ...row, buttons: row.buttons.map(stamp) } : row));
    return part.more ? { ...part, rows, more: stamp(part.more) } : { ...part, rows };
  });
  return { ...notice, parts };
}
