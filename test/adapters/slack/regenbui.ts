/** De Regenbui in Slack. */
import { REGENBUI_DRAFT } from '../../support/chat/regenbui.ts';
import { SlackSchool, type SlackSchoolDraft } from '../../support/slack/slack-school.ts';

export function openRegenbui(more: SlackSchoolDraft = {}): Promise<SlackSchool> {
  return SlackSchool.open({ ...REGENBUI_DRAFT, ...more });
}
