import { test } from 'vitest';
import { formCard, activityOf } from '../adapters/teams/render.ts';
import { LONGEST, openLargeSchool } from './support/large-school.ts';
test('sizes', async () => {
  const talk = await openLargeSchool();
  for (const [name, kind, line] of LONGEST) {
    await talk.says(name, line);
    const r = talk.last! as any;
    if (r.kind !== 'form') continue;
    const m = formCard(r, 'nl');
    console.log(line, 'utf16 KB', JSON.stringify(activityOf(m)).length * 2, 'utf8', Buffer.byteLength(JSON.stringify(m)), m.card.body.map((e: any) => `${e.type}:${JSON.stringify(e).length * 2}:${e.choices?.length ?? ''}`).join(' | '));
    const big = m.card.body.find((e: any) => JSON.stringify(e).length > 5000) as any;
    if (big) console.log(JSON.stringify(big.choices?.slice(0, 4)));
    const last = m.card.body.at(-1); console.log(JSON.stringify(last).length * 2);
  }
});
