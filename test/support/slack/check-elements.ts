/** Buttons, menus and inputs. docs.slack.dev/reference/block-kit/block-elements */
import { z } from 'zod';
import {
  address,
  areDifferent,
  confirmation,
  isOneOf,
  markedOption,
  optionGroup,
  plainOption,
  plainText,
} from './check-text.ts';

const action = { action_id: z.string().min(1).max(255).optional(), confirm: confirmation.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(150).optional() };
const several = { max_selected_items: z.int().min(1).optional() };
const typing = {
  action_id: action.action_id,
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
    })
    .optional(),
  ...focus,
  ...placeholder,
};

/** A real day. */
const day = z.iso.date();
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  ...action,
  url: address.optional(),
  value: z.string().min(1).max(2_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
});

const overflow = z
  .strictObject({ type: z.literal('overflow'), ...action, options: z.array(plainOption).min(1).max(5) })
  .refine(({ options }) => areDifferent(options), 'twice the same value');

const choices = z.array(plainOption).min(1).max(100).optional();
const groups = z.array(optionGroup).min(1).max(100).optional();

type Menu = { options?: z.infer<typeof choices>; option_groups?: z.infer<typeof groups> };

const allOptions = (menu: Menu) => menu.options ?? menu.option_groups?.flatMap(({ options }) => options) ?? [];

const hasOneKind = (menu: Menu) => (menu.options === undefined) !== (menu.option_groups === undefined);

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...action,
    ...focus,
    ...placeholder,
    options: choices,
    option_groups: groups,
    initial_option: plainOption.optional(),
  })
  .refine(hasOneKind, 'needs options or option_groups, not both')
  .refine((menu) => areDifferent(allOptions(menu)), 'twice the same value')
  .refine(
    (menu) => menu.initial_option === undefined || isOneOf(allOptions(menu), menu.initial_option),
    'initial_option is none of the options',
  );

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...action,
    ...focus,
    ...placeholder,
    ...several,
    options: choices,
    option_groups: groups,
    initial_options: z.array(plainOption).min(1).optional(),
  })
  .refine(hasOneKind, 'needs options or option_groups, not both')
  .refine((menu) => areDifferent(allOptions(menu)), 'twice the same value')
  .refine(
    (menu) => (menu.initial_options ?? []).every((chosen) => isOneOf(allOptions(menu), chosen)),
    'initial_options are not all options',
  )
  .refine(
    // https://github.com/slackapi/bolt-js/issues/1496
    ({ option_groups, initial_options = [] }) =>
      (option_groups ?? []).filter(({ options }) => initial_options.some((chosen) => isOneOf(options, chosen)))
        .length <= 1,
    'initial_options of several groups',
  )
  .refine(
    (menu) => (menu.initial_options?.length ?? 0) <= (menu.max_selected_items ?? 100),
    'more chosen beforehand than may be chosen',
  );

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...action,
    ...focus,
    options: z.array(markedOption).min(1).max(10),
    initial_options: z.array(markedOption).min(1).optional(),
  })
  .refine(({ options }) => areDifferent(options), 'twice the same value')
  .refine(
    (boxes) => (boxes.initial_options ?? []).every((chosen) => isOneOf(boxes.options, chosen)),
    'initial_options are not all options',
  );

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...action,
    ...focus,
    options: z.array(markedOption).min(1).max(10),
    initial_option: markedOption.optional(),
  })
  .refine(({ options }) => areDifferent(options), 'twice the same value')
  .refine(
    (radio) => radio.initial_option === undefined || isOneOf(radio.options, radio.initial_option),
    'initial_option is none of the options',
  );

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...action,
  ...focus,
  ...placeholder,
  initial_user: z.string().optional(),
});

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...action,
  ...focus,
  ...placeholder,
  initial_date: day.optional(),
});

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...action,
  ...focus,
  ...placeholder,
  initial_time: timeOfDay.optional(),
  timezone: z.string().optional(),
});

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typing,
    multiline: z.boolean().optional(),
    initial_value: z.string().max(3_000).optional(),
    min_length: z.int().min(0).max(3_000).optional(),
    max_length: z.int().min(1).max(3_000).optional(),
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? 3_000), 'min_length over max_length')
  .refine(
    (input) => (input.initial_value?.length ?? 0) <= (input.max_length ?? 3_000),
    'initial_value longer than max_length',
  );

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...typing,
    is_decimal_allowed: z.boolean(),
    initial_value: decimal.optional(),
    min_value: decimal.optional(),
    max_value: decimal.optional(),
  })
  .refine(
    (input) =>
      input.is_decimal_allowed ||
      [input.initial_value, input.min_value, input.max_value].every((value) => !value?.includes('.')),
    'a decimal where none are allowed',
  )
  .refine((input) => {
    const [least, first, most] = [input.min_value, input.initial_value, input.max_value].map((value) =>
      value === undefined ? null : Number(value),
    );
    const given = [least, first, most].filter((value) => value !== null && value !== undefined);
    return given.every((value, at) => at === 0 || given[at - 1]! <= value);
  }, 'min_value, initial_value and max_value are not in order');

const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...typing,
  initial_value: z.string().optional(),
});

const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  ...typing,
  initial_value: z.string().optional(),
});

const menus = [staticSelect, usersSelect, checkboxes, radioButtons, datepicker, timepicker] as const;

export const image = z.strictObject({ type: z.literal('image'), image_url: address, alt_text: z.string().min(1) });

export const inActions = z.discriminatedUnion('type', [button, overflow, ...menus]);
export const inSection = z.discriminatedUnion('type', [button, overflow, image, multiStaticSelect, ...menus]);
export const inInput = z.discriminatedUnion('type', [
  multiStaticSelect,
  ...menus,
  plainTextInput,
  numberInput,
  emailInput,
  urlInput,
]);
