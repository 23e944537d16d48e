import type { Command } from '../bot/command.ts';
import { addDays } from './add-days.command.ts';
import { blokken } from './blokken.command.ts';
import { changeStaff } from './change-staff.command.ts';
import { schoolDays } from './days.command.ts';
import { endService } from './end-service.command.ts';
import { hire } from './hire.command.ts';
import { popConsent } from './pop-consent.command.ts';
import { popDays } from './pop-days.command.ts';
import { removeDays } from './remove-days.command.ts';
import { school } from './school.command.ts';
import { staffList } from './staff.command.ts';
import { unlinkAccount } from './unlink-account.command.ts';

export const schoolCommands: readonly Command[] = [
  school,
  schoolDays,
  addDays,
  removeDays,
  staffList,
  hire,
  changeStaff,
  endService,
  popConsent,
  popDays,
  blokken,
  unlinkAccount,
];
