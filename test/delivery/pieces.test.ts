/** A message in several pieces stands there whole or not at all; nothing is risked while a platform is out of order. */
import { describe, expect, it } from 'vitest';
import { createOutage } from '../../src/delivery/outage.ts';
import { editPieces, postPieces } from '../../src/delivery/pieces.ts';
import { PlatformError } from '../../src/platform.ts';

const error = (outcome: PlatformError['outcome']) => new PlatformError(outcome, 'oops', 7);

/** A board on which the third piece fails. */
function board(fault: unknown, isStuck = false) {
  const standing: string[] = [];
  const left: unknown[] = [];
  const posting = postPieces<string, string>(['een', 'twee', 'drie'], {
    post: async (piece, before) => {
      if (before.length === 2 && fault) throw fault;
      standing.push(piece);
      return piece;
    },
    remove: async (piece) => {
      if (isStuck && piece === 'een') throw new Error('vast');
      standing.splice(standing.indexOf(piece), 1);
    },
    onLeft: (why) => left.push(why),
  });
  return { posting, standing, left };
}

describe('posting', () => {
  it('gives where each piece stands, in their order', async () => {
    const { posting, standing } = board(null);
    expect(await posting).toEqual(['een', 'twee', 'drie']);
    expect(standing).toEqual(['een', 'twee', 'drie']);
  });

  it.each([
    [error('retryable'), []],
    [error('permanent'), []],
    [new RangeError('of ours'), []],
    [error('ambiguous'), ['een', 'twee']],
  ])('that fails with %s leaves %j', async (fault, expected) => {
    const { posting, standing } = board(fault);
    await expect(posting).rejects.toBe(fault);
    expect(standing).toEqual(expected);
  });

  it('tells what could not be taken back, and takes back the rest', async () => {
    const { posting, standing, left } = board(error('retryable'), true);
    await expect(posting).rejects.toThrow('oops');
    expect(standing).toEqual(['een']);
    expect(left).toEqual([new Error('vast')]);
  });
});

describe('editing', () => {
  const edited = async (pieces: readonly string[]) => {
    const done: string[] = [];
    await editPieces(pieces, [1, 2], {
      replace: async (at, piece) => void done.push(`${at}: ${piece}`),
      remove: async (at) => void done.push(`${at} weg`),
    });
    return done;
  };

  it('replaces what stands there, and takes away what is over', async () => {
    expect(await edited(['een', 'twee'])).toEqual(['1: een', '2: twee']);
    expect(await edited(['een'])).toEqual(['1: een', '2 weg']);
  });

  it('refuses for good what became longer, before anything changes', async () => {
    await expect(edited(['een', 'twee', 'drie'])).rejects.toMatchObject({ outcome: 'permanent' });
  });
});

describe('an outage', () => {
  function watched() {
    const told: string[] = [];
    const looked: string[] = [];
    const outage = createOutage((reason) => told.push(reason));
    const begin = (to: string, fault?: unknown) =>
      outage.mayBegin(to, async () => {
        looked.push(to);
        if (fault) throw fault;
      });
    return { outage, told, looked, begin };
  }

  it('nothing is asked as long as all is well', async () => {
    const { looked, begin } = watched();
    await begin('Sanne');
    expect(looked).toEqual([]);
  });

  it('after a doubt nothing begins before the platform answers; then it is asked no more', async () => {
    const { outage, told, looked, begin } = watched();
    outage.doubt('Sanne');
    for (const to of ['Nico', 'Nadia']) {
      // Asking leaves nothing behind, so that what failed is never in doubt.
      await expect(begin(to, error('ambiguous'))).rejects.toMatchObject({ outcome: 'retryable', retryAfter: 7 });
    }
    await begin('Nico');
    await begin('Nadia');
    expect(looked).toEqual(['Nico', 'Nadia', 'Nico']);
    expect(told).toEqual(['oops']);
  });

  it('whom the doubt was about is asked about once more, however well the others went', async () => {
    const { outage, looked, begin } = watched();
    outage.doubt('Sanne');
    for (const to of ['Nico', 'Sanne', 'Sanne']) await begin(to);
    expect(looked).toEqual(['Nico', 'Sanne']);
  });

  it('a fault of ours stays one', async () => {
    const { outage, begin } = watched();
    outage.doubt('Sanne');
    await expect(begin('Sanne', new RangeError('of ours'))).rejects.toThrow(RangeError);
  });
});
