import { absent } from './absent.command.ts';
import { back } from './back.command.ts';
import { saveSettings } from './save-settings.command.ts';
import { settings } from './settings.command.ts';

export const peopleCommands = [absent, back, settings, saveSettings] as const;
