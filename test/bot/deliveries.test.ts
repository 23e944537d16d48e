/** The same delivery twice does one thing, for ten minutes. */
import { expect, test } from 'vitest';
import { Deliveries } from '../../src/bot/deliveries.ts';

test('a repeat gets what became of the first, also while that is being done', async () => {
  let now = new Date('2026-11-24T08:30:00Z');
  const deliveries = new Deliveries({ now: () => now });
  let done = 0;
  const work = async () => ++done;
  expect(await Promise.all([deliveries.once('a', work), deliveries.once('a', work)])).toEqual([1, 1]);
  now = new Date('2026-11-24T08:39:59Z');
  expect(await deliveries.once('a', work)).toBe(1);
  expect(await deliveries.once('b', work)).toBe(2);
  now = new Date('2026-11-24T08:40:00Z');
  expect(await deliveries.once('a', work)).toBe(3);
  expect(await deliveries.once('b', work)).toBe(2);
});

test('or for a time that is given', async () => {
  let now = new Date('2026-11-24T08:30:00Z');
  const deliveries = new Deliveries({ now: () => now }, 3_000);
  let done = 0;
  const work = async () => ++done;
  expect(await deliveries.once('a', work)).toBe(1);
  now = new Date('2026-11-24T08:30:02.999Z');
  expect(await deliveries.once('a', work)).toBe(1);
  now = new Date('2026-11-24T08:30:03Z');
  expect(await deliveries.once('a', work)).toBe(2);
});

test('what went wrong is not tried again by a repeat', async () => {
  const deliveries = new Deliveries({ now: () => new Date('2026-11-24T08:30:00Z') });
  let tries = 0;
  const work = async () => {
    tries += 1;
    throw new Error('broken');
  };
  await expect(deliveries.once('a', work)).rejects.toThrow('broken');
  await expect(deliveries.once('a', work)).rejects.toThrow('broken');
  expect(tries).toBe(1);
});
