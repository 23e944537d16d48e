/** What the bot answers, before any platform shows it: neutral, and with people's words kept literal. */

/** A run of text. Its text is literal: every renderer escapes it, so that people's words never become markup. */
export type Span = { readonly text: string; readonly style?: 'bold' | 'italic' | 'code' };
export type RichText = readonly Span[];

/** Something that can be done: the same for a typed line, a button and a form. Arguments are text, as a form gives them. */
export type Intent = { readonly name: string; readonly args: Readonly<Record<string, string>> };

export type Button = {
  /** Plain text. */
  readonly label: string;
  readonly intent: Intent;
  readonly style?: 'primary' | 'danger';
  /** A way back to the form that was refused, as it was filled in: not needed where that form still stands. */
  readonly reopens?: true;
  /** What is asked beside it still is, when what it leads to is done. */
  readonly aside?: true;
  /** Made when the control was rendered (see `once.ts`): a second click with the same key does nothing. */
  readonly key?: string;
};

/** The state of a row or a fact, shown as a symbol and a word together; never a symbol or a colour alone. */
export type RowState = {
  readonly symbol: string;
  readonly word: string;
  readonly tone: 'good' | 'attention' | 'bad' | 'neutral';
};

export type Row = {
  readonly state?: RowState;
  readonly title: RichText;
  readonly lines: readonly RichText[];
  readonly buttons?: readonly Button[];
};

export type Chart = {
  readonly kind: 'stacked-bars';
  readonly title: string;
  /** One bar each, for example months. */
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** One character, for pictures made of signs: no two series share one. */
    readonly symbol: string;
    readonly tone: RowState['tone'];
    readonly values: readonly number[];
  }[];
};

/** Something to keep: a calendar entry, or somebody's own data. */
export type File = {
  /** With its ending: `pop-gesprek.ics`. */
  readonly name: string;
  readonly type: 'text/calendar' | 'text/plain' | 'application/json';
  readonly content: string;
};

export type Part =
  | { readonly kind: 'text'; readonly text: RichText }
  | { readonly kind: 'heading'; readonly text: RichText }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: RichText }[] }
  | { readonly kind: 'list'; readonly rows: readonly Row[]; readonly more?: Button }
  /** From `baseline` over `now` to `target`; each already written with its unit. `sentence` says the same in words. */
  | {
      readonly kind: 'progress';
      readonly baseline: number | null;
      readonly now: number | null;
      readonly target: number;
      readonly sentence: RichText;
    }
  /** `sentence` says the same facts in words. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly sentence: RichText }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** `sentence` says what it is. */
  | { readonly kind: 'file'; readonly file: File; readonly sentence: RichText }
  | { readonly kind: 'small'; readonly text: RichText };

export type Notice = {
  readonly kind: 'notice';
  /** `everyone` may be posted in the channel it was asked in; `caller` never. */
  readonly visibility: 'caller' | 'everyone';
  readonly title: RichText | null;
  readonly parts: readonly Part[];
  /** A mistake, refusal or fault: a form that led to it may be mended and sent again. */
  readonly changedNothing?: true;
  /** What was asked is stored by this, and not by an earlier press of the same control: nobody needs to be asked it again. */
  readonly acted?: true;
  /** Where others read along this is all there is to say: nothing private is in it, and the rest is not sent to the caller. */
  readonly aloud?: RichText;
};

type FieldBase = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly value?: string;
};

export type Option = { readonly value: string; readonly label: string };

export type Field = FieldBase &
  (
    | { readonly kind: 'text'; readonly maxLength: number }
    | { readonly kind: 'long-text'; readonly maxLength: number }
    | { readonly kind: 'number' }
    /** `yyyy-mm-dd`. */
    | { readonly kind: 'date' }
    /** `HH:MM`. */
    | { readonly kind: 'time' }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    /** Values joined by commas. */
    | { readonly kind: 'choices'; readonly options: readonly Option[] }
    /** `ja` when ticked, else empty. */
    | { readonly kind: 'tick' }
  );

/** Sent back as its intent with the arguments and the fields together. An empty field is left out or empty. */
export type Form = {
  readonly kind: 'form';
  readonly title: string;
  /** At most 24 characters, for where a title has no more room; only when the title itself can be longer. */
  readonly short?: string;
  readonly intro: RichText | null;
  readonly fields: readonly Field[];
  readonly intent: Intent;
  readonly submit: string;
  /** Who reads along, and what not to write. */
  readonly small: RichText;
  readonly key?: string;
};

/** Takes the place of the message whose button was pressed. */
export type Replace = { readonly kind: 'replace'; readonly notice: Notice };

export type Reply = Notice | Form | Replace;
