/** What somebody filled in: the values that Slack sends with a form, by the name of the field. */
import { NO_CHOICE } from './form-choices.ts';
import { FIELD } from './form-fields.ts';

/** As Slack sends it with a form: per block, per action. */
export type SentValues = Readonly<Record<string, Readonly<Record<string, SentValue>>>>;

export type SentValue = {
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[] | null;
};

/** Every field of the form; empty when nothing was filled in. Choices are joined by commas, as the core reads them. */
export function formValues(values: SentValues): Readonly<Record<string, string>> {
  const inputs = Object.values(values).flatMap((sent) => Object.entries(sent));
  const named = inputs.filter(([action]) => action.startsWith(FIELD));
  return Object.fromEntries(named.map(([action, sent]) => [action.slice(FIELD.length), filledIn(sent)]));
}

function filledIn(sent: SentValue): string {
  const chosen = sent.selected_option?.value ?? '';
  return (
    sent.value ??
    sent.selected_date ??
    sent.selected_time ??
    sent.selected_options?.map(({ value }) => value).join(',') ??
    (chosen === NO_CHOICE ? '' : chosen)
  );
}
