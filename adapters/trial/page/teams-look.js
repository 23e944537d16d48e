// How cards look in Teams, light and dark. Every colour reads well on its background (at least 4.5 to 1).

const LIGHT = {
  background: '#ffffff',
  quiet: '#f0f0f0',
  default: ['#242424', '#5c5c5c'],
  accent: ['#4f52b2', '#4f52b2'],
  good: ['#1b6b3a', '#1b6b3a'],
  warning: ['#7a5200', '#7a5200'],
  attention: ['#b3243d', '#b3243d'],
};

const DARK = {
  background: '#292929',
  quiet: '#1f1f1f',
  default: ['#ffffff', '#bdbdbd'],
  accent: ['#aeb0ea', '#aeb0ea'],
  good: ['#92c353', '#92c353'],
  warning: ['#f8d22a', '#f8d22a'],
  attention: ['#ff8f9e', '#ff8f9e'],
};

export const darkMode = matchMedia('(prefers-color-scheme: dark)');

/** The renderer's host configuration for the present colour scheme. */
export function look() {
  const colours = darkMode.matches ? DARK : LIGHT;
  return {
    fontFamily: 'inherit',
    fontTypes: {
      default: { fontFamily: 'inherit' },
      monospace: { fontFamily: 'ui-monospace, Consolas, "Liberation Mono", monospace' },
    },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: darkMode.matches ? '#484848' : '#e0e0e0' },
    supportsInteractivity: true,
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      spacing: 'default',
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    containerStyles: {
      default: { backgroundColor: colours.background, foregroundColors: foreground(colours) },
      emphasis: { backgroundColor: colours.quiet, foregroundColors: foreground(colours) },
    },
    inputs: {
      label: {
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', size: 'small', weight: 'bolder' },
    },
  };
}

function foreground(colours) {
  const names = ['default', 'accent', 'good', 'warning', 'attention'];
  const pairs = names.map((name) => [name, { default: colours[name][0], subtle: colours[name][1] }]);
  // The renderer knows two more; they look like ordinary text.
  const ordinary = { default: colours.default[0], subtle: colours.default[1] };
  return { ...Object.fromEntries(pairs), dark: ordinary, light: ordinary };
}
