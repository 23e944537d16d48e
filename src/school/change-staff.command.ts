/** `/school medewerker Sanne`: roles, working days, lead and POP of somebody; what somebody else changed meanwhile is shown first. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Form, Notice, RichText } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { telling } from '../delivery/announcement.ts';
import { personArgument } from '../people/find-colleague.ts';
import type { School } from '../people/person.ts';
import type { StaffMember } from '../people/school.store.ts';
import { leadChangeTells } from '../pop/lead-change.ts';
import { schoolArgument, schoolFor } from './find-school.ts';
import { staffNamed } from './find-staff.ts';
import { schoolButton } from './school-button.ts';
import {
  leadOptions,
  leadValue,
  readLead,
  readRoles,
  readWorkingDays,
  roleField,
  workingDayFields,
} from './staff-fields.ts';

export const changeStaff = command({
  intent: 'school.medewerker',
  words: ['school medewerker'],
  example: '/school medewerker Sanne',
  help: null,
  parse: (rest): Record<string, string> | null => (rest.length === 0 ? null : { persoon: wordsOf(rest) }),
  args: z.object({
    school: z.string().optional(),
    persoon: z.string(),
    rollen: z.string().optional(),
    dagen: z.string().optional(),
    omdeweek: z.string().optional(),
    leidinggevende: z.string().optional(),
    pop: z.string().optional(),
    /** What the form was made from; only a form has it. */
    was: z.string().optional(),
  }),
  run: async (context, { school: typed, persoon, was, ...values }) => {
    const school = await schoolFor(context, typed);
    const member = await staffNamed(context, school, persoon);
    const open = () => form(context, school, member, null);
    if (was === undefined) return open();
    if (was !== stateOf(member)) return form(context, school, member, context.say('school.staff-stale'));
    return sentForm(context, open, () => save(context, school, member, values));
  },
});

type Values = Readonly<Partial<Record<'rollen' | 'dagen' | 'omdeweek' | 'leidinggevende' | 'pop', string | undefined>>>;

async function save(context: Context, school: School, member: StaffMember, values: Values): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const options = await leadOptions(context, school.id, member);
  const leadId = readLead(context, values.leidinggevende, member, options);
  const fields = {
    roles: readRoles(context, values.rollen, member.roles),
    workingDays: readWorkingDays(context, values.dagen, values.omdeweek),
    leadId,
    pop: values.pop === 'ja',
  };
  const tells = await leadChangeTells({ store, today }, school.id, [member.id], leadId);
  await store.school.changeStaff(stamp, school.id, member.id, member, fields, telling(tells));
  return answer(
    say('school.staff-saved', { name: member.name }),
    buttonsPart([schoolButton(say.plain('school.button.staff'), 'school.mensen', school)]),
  );
}

/** All that the form shows, to see whether it is still so when the form comes back. */
function stateOf({ roles, workingDays, leadId, pop }: StaffMember): string {
  return [roles.join('+'), workingDays?.join('+') ?? '', leadId ?? '', pop ? 'ja' : 'nee'].join('|');
}

async function form(context: Context, school: School, member: StaffMember, intro: RichText | null): Promise<Form> {
  const { say } = context;
  return {
    kind: 'form',
    title: say.plain('school.staff.title', { name: short(member.name) }),
    intro,
    fields: [
      roleField(context, member.roles),
      ...workingDayFields(context, member.workingDays),
      {
        kind: 'choice',
        name: 'leidinggevende',
        label: say.plain('school.staff.lead'),
        required: true,
        options: await leadOptions(context, school.id, member),
        value: leadValue(member),
      },
      {
        kind: 'tick',
        name: 'pop',
        label: say.plain('school.staff.pop'),
        required: false,
        ...(member.pop ? { value: 'ja' } : {}),
      },
    ],
    intent: {
      name: 'school.medewerker',
      args: { school: schoolArgument(school), persoon: personArgument(member), was: stateOf(member) },
    },
    submit: say.plain('bot.save'),
    small: say('school.small'),
  };
}
