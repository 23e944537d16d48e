/** What Teams tells about a member, and whether it is one of a colleague at all (PRODUCT 2, Accounts). */
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../adapters/teams/people/account.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const SANNE = {
  id: '29:sanne',
  email: 'sanne@school.example',
  upn: 'sanne@school.example',
  role: 'user',
  tenant: TENANT,
} as const;
const AS_GUEST = 'sanne_elders.example#EXT#@school.onmicrosoft.com';

describe('the addresses', () => {
  it.each([
    [{}, ['sanne@school.example']],
    [{ upn: 's.vink@school.example' }, ['sanne@school.example', 's.vink@school.example']],
    [{ email: ' Sanne@School.example ', upn: 'SANNE@school.EXAMPLE' }, ['sanne@school.example']],
    [{ email: null }, ['sanne@school.example']],
    [{ email: '', upn: ' ' }, []],
    [{ email: null, upn: null }, []],
  ] as const)('of %j are %j', (changes, addresses) => {
    expect(accountOf({ ...SANNE, ...changes }, TENANT)).toEqual({ addresses, outsider: null });
  });
});

describe('somebody', () => {
  it.each([
    [{}, null],
    [{ role: null }, null],
    [{ tenant: null }, null],
    [{ tenant: TENANT.toUpperCase() }, null],
    [{ role: 'guest' }, 'guest'],
    [{ role: 'Guest' }, 'guest'],
    [{ upn: AS_GUEST }, 'guest'],
    [{ upn: AS_GUEST.toLowerCase(), role: null }, 'guest'],
    [{ role: 'anonymous', email: null, upn: null, tenant: null }, 'stranger'],
    [{ tenant: '22222222-2222-4222-8222-222222222222' }, 'stranger'],
    [{ tenant: '22222222-2222-4222-8222-222222222222', role: 'guest' }, 'stranger'],
    [{ id: '28:another-app' }, 'bot'],
  ] as const)('with %j is %j', (changes, outsider) => {
    expect(accountOf({ ...SANNE, ...changes }, TENANT).outsider).toBe(outsider);
  });
});
