import { absent } from './absent.command.ts';
import { back } from './back.command.ts';
import { saveSettings } from './save-settings.command.ts';
import { settings } from './settings.command.ts';
import { undoAbsence } from './undo-absence.command.ts';

export const peopleCommands = [absent, undoAbsence, back, settings, saveSettings] as const;
