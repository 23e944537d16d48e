import type { advice as nl } from '../nl/advice.ts';
import type { Same } from '../same.ts';

export const advice: Same<typeof nl> = {
  'help.advice': 'Send advice or a question to the MT',
  'help.advice.list': 'Advice to the MT, and what the MT said',
  'help.advice.answer': 'Answer advice',

  'advice.state.concept': 'draft',
  'advice.state.ingediend': 'waiting for an answer',
  'advice.state.in-behandeling': 'under consideration',
  'advice.state.overgenomen': 'adopted',
  'advice.state.niet-overgenomen': 'not adopted',
  'advice.state.later': 'later',
  'advice.state.ingetrokken': 'withdrawn',

  'advice.new.title': 'Advice to the MT',
  'advice.new.intro-send': 'It goes to the MT at once. The answer comes on the agenda of {team}.',
  'advice.new.intro-own': 'It goes to the MT at once.',
  'advice.new.intro-draft': 'It becomes a draft on the agenda of {team}. After that {who} can send it.',
  'advice.new.intro-decision': 'The director chairs {team}. So I record this as a decision.',
  'advice.field.text': 'What do you advise or ask?',
  'advice.field.reasons': 'Why?',
  'advice.hint.text': 'One question or advice at a time.',
  'advice.hint.reasons': 'What do you see in the classroom?',
  'advice.submit-send': 'Send',
  'advice.small': 'Your team, the director and the quality coach read this. Write no names of pupils.',

  'advice.which-sender': 'On whose behalf is this advice?',
  'advice.as-coach': 'As quality coach of {school}',
  'advice.sender-unknown':
    'You are not the quality coach of this school. For example, type <c>/advies Please an hour for analysing tests</c>.',

  'advice.for-director':
    'Advice comes from a leerteam or the quality coach. Type <c>/advies lijst</c> to see what is there for you.',

  'advice.sent': '<b>Advice {number}</b> has been sent to the MT.',
  'advice.on-mt-agenda': 'It is on the agenda of {mt}.',
  'advice.answer-comes': 'The answer comes on the agenda of {team}.',
  'advice.drafted': '<b>Advice {number}</b> is a draft on the agenda of {team}. {who} can send it.',
  'advice.decided': 'The director chairs {team}. So this is now a decision of {team}. I will not ask about it again.',
  'advice.withdrawn': '<b>Advice {number}</b> has been withdrawn. It is on no agenda any more.',
  'advice.withdraw-ask': 'Withdraw <b>advice {number}</b>? The MT will not see it on the agenda any more.',

  'advice.list': 'Advice to the MT',
  'advice.none':
    'There is no advice to the MT yet. For example, type <c>/advies Please an hour for analysing tests</c>.',
  'advice.nothing-fits': 'There is no advice for which this can be done now.',
  'advice.which': 'Which advice do you mean?',
  'advice.which-number': 'There are {count, number} pieces of advice with number {number}. Which one do you mean?',
  'advice.no-number': 'I cannot find advice {number}. Type <c>/advies lijst</c> to see all of it.',
  'advice.unknown': 'I cannot find the advice <c>{typed}</c>. Type <c>/advies lijst</c> to see all of it.',
  'advice.gone': 'I cannot find this advice. Is it of another leerteam or another school? Then ask there.',
  'advice.not-for-you': 'Advice is for leerteams, directors and quality coaches. Please ask a director.',

  'advice.name': '<b>Advice {number}</b>',
  'advice.fact.state': 'How it stands',
  'advice.fact.from': 'From',
  'advice.fact.reasons': 'Why',
  'advice.fact.sent': 'Sent',
  'advice.fact.answer': 'Answer of the MT',
  'advice.history': 'History',
  'advice.by': '{date}, {name}',
  'advice.sent-on': 'sent on {date}',
  'advice.answered-on': 'answer of {date}',
  'advice.made': 'made',
  'advice.was-sent': 'sent',
  'advice.page': '{from, number} to {until, number} of {total, number}',

  'advice.button.new': 'New advice',
  'advice.button.show': 'View',
  'advice.button.answer': 'Answer',
  'advice.button.answer-again': 'Change answer',
  'advice.button.send': 'Send',
  'advice.button.withdraw': 'Withdraw',
  'advice.button.withdraw-yes': 'Yes, withdraw',
  'advice.button.withdraw-no': 'No, leave it',
  'advice.button.list': 'All advice',

  'advice.answer.title': 'Answer to advice {number}',
  'advice.field.outcome': 'What does the MT do with it?',
  'advice.field.answer': 'Why?',
  'advice.hint.answer': 'The team reads this on its next agenda.',
  'advice.answer.small': 'The team and the quality coach read this. Write no names of pupils.',
  'advice.outcome-unknown':
    'I do not understand the outcome <c>{typed}</c>. For example, type <c>/advies antwoord {number} overgenomen We start in January</c>.',
  'advice.answered': '<b>Advice {number}</b>: {outcome}.',
  'advice.answer-on-agenda': 'The answer is on the agenda of {team}.',
  'advice.answered-already': 'This advice has an answer already. Your answer was not saved.',
  'advice.changed-meanwhile':
    'Somebody changed this advice in the meantime. Your answer was not saved. This is how it stands now.',
  'advice.not-sent-yet': 'Advice {number} is still a draft. {who} can send it.',
  'advice.is-withdrawn': 'Advice {number} has been withdrawn.',
  'advice.is-sent': 'Advice {number} has been sent already.',
  'advice.is-answered': 'Advice {number} has an answer already, so it stays.',

  'advice.waits': '<b>Advice {number}</b> from {team} has been waiting for an answer since {date}.',
  'advice.waits-coach': '<b>Advice {number}</b> from the quality coach has been waiting for an answer since {date}.',
  'advice.waits-last': 'If nothing comes, I put it on the agenda, so that you can discuss it together.',

  'summary.advice-waits': '<b>Advice from {team}</b> has been waiting since {date}.',
  'summary.advice-waits-coach': '<b>Advice from the quality coach</b> has been waiting since {date}.',
  'summary.advice-asked-often': 'I asked for an answer three times.',
};
