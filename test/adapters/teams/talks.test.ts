/** What people say to the bot about each subject, in Teams. */
import { describe } from 'vitest';
import { TALKS } from '../../conversations/talks.ts';
import { openRegenbui } from './regenbui.ts';

describe.each(TALKS)('%s', (_, talk) => talk(openRegenbui));
