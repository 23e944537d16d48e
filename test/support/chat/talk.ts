/** A talk: what people of De Regenbui say to the bot about one subject, and read. The same words on every platform. */
import { afterAll, afterEach, test as base, beforeAll, expect } from 'vitest';
import type { ChatSchool } from './chat-school.ts';
import type { ChatSchoolDraft } from './open-core.ts';

/** Opens De Regenbui on one platform, with these differences. */
export type OpenTalk = (more?: ChatSchoolDraft) => Promise<ChatSchool>;

/** One school for all tests of a talk, one after the other. In none of them anything goes wrong, or is read by others. */
export function talkIn(open: OpenTalk, more?: ChatSchoolDraft) {
  let opened: ChatSchool;
  beforeAll(async () => {
    opened = await open(more);
  });
  afterEach(() => {
    expect(opened.faults).toEqual([]);
    expect(opened.leaks()).toEqual([]);
  });
  afterAll(() => opened.stop());
  return base
    .extend('school', () => opened)
    .extend('sanne', ({ school }) => school.member('Sanne'))
    .extend('nadia', ({ school }) => school.member('Nadia'))
    .extend('nico', ({ school }) => school.member('Nico'))
    .extend('marieke', ({ school }) => school.member('Marieke'))
    .extend('piet', ({ school }) => school.member('Piet'))
    .extend('bea', ({ school }) => school.member('Bea'))
    .extend('ad', ({ school }) => school.member('Ad'));
}
