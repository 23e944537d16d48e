/** `views.*` of the fake. */
import { z } from 'zod';
import { json, method, Refusal } from './fake-method.ts';

/** Slack asks no scope for views. */
const FREE = { token: 'bot', scope: null } as const;

export const viewMethods = {
  'views.open': method(FREE, { trigger_id: z.string(), view: json }, (sent, { modals }) => ({
    view: modals.open(sent.trigger_id, sent.view),
  })),

  'views.push': method(FREE, { trigger_id: z.string(), view: json }, (sent, { modals }) => ({
    view: modals.open(sent.trigger_id, sent.view),
  })),

  'views.update': method(
    FREE,
    { view_id: z.string(), view: json, hash: z.string().optional() },
    (sent, { modals }) => ({ view: modals.update(sent.view_id, sent.view, sent.hash ?? null) }),
  ),

  'views.publish': method(
    FREE,
    { user_id: z.string(), view: json, hash: z.string().optional() },
    (sent, { modals, directory }) => {
      if (directory.findMember(sent.user_id) === null) throw new Refusal('user_not_found');
      return { view: modals.publish(sent.user_id, sent.view, sent.hash ?? null) };
    },
  ),
};
