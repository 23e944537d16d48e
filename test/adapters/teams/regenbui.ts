/** De Regenbui in Teams. */
import { REGENBUI_DRAFT } from '../../support/chat/regenbui.ts';
import { TeamsSchool, type TeamsSchoolDraft } from '../../support/teams/teams-school.ts';

export function openRegenbui(more: TeamsSchoolDraft = {}): Promise<TeamsSchool> {
  return TeamsSchool.open({ ...REGENBUI_DRAFT, ...more });
}
