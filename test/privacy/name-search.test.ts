import { describe, expect, it } from 'vitest';
import { mayName, soughtFor, withoutNamesakes } from '../../src/privacy/name-search.ts';

const NOOR = soughtFor('Noor van den Bèrg', ['N.Berg@school.example', 'noor@oud.example']);

describe('a text that may name somebody', () => {
  it.each([
    'Noor komt later',
    'NOOR!',
    'vraag het (noor)',
    "Noor's lijst",
    'Noors lijst',
    'met mevrouw Berg',
    'de familie Van den Bérg',
    'stuur het naar n.berg@school.example',
    'mailto:NOOR@OUD.EXAMPLE',
    'eerst\nNoor\ndan de rest',
    'Noor-Anne',
  ])('%s', (text) => expect(mayName(text, NOOR)).toBe(true));

  it.each(['', 'noordwaarts', 'bergen', 'van den', 'iemand van de school', 'berg1', 'noor1@oud.example'])(
    'not in "%s"',
    (text) => expect(mayName(text, NOOR)).toBe(false),
  );

  it('is not found by the words that name others too', () => {
    const sought = withoutNamesakes(NOOR, ['Piet Berg', 'Van Den']);
    expect(mayName('mevrouw Berg', sought)).toBe(false);
    expect(mayName('Noor', sought)).toBe(true);
    expect(mayName('noor van den bèrg', withoutNamesakes(NOOR, ['Noor', 'Berg']))).toBe(true);
  });

  it('is looked for by address alone when the name is gone', () => {
    const sought = soughtFor(null, ['noor@oud.example']);
    expect(mayName('Noor', sought)).toBe(false);
    expect(mayName('mail naar Noor@oud.example.', sought)).toBe(true);
  });
});
