/** "herfstvakantie", "autumn vacation": what a closed day or a study day is called, in the reader's language. */
import type { PlainKey, Say } from './text.ts';

/** The names that the calendar gives; a school's own names stay as they are. */
const NAMES: Readonly<Record<string, PlainKey>> = {
  herfstvakantie: 'calendar.herfstvakantie',
  kerstvakantie: 'calendar.kerstvakantie',
  voorjaarsvakantie: 'calendar.voorjaarsvakantie',
  meivakantie: 'calendar.meivakantie',
  zomervakantie: 'calendar.zomervakantie',
  vakantie: 'calendar.vakantie',
  'vrije dag': 'calendar.vrije-dag',
  vrij: 'calendar.vrij',
  studiedag: 'calendar.studiedag',
  Bevrijdingsdag: 'calendar.bevrijdingsdag',
  'Goede Vrijdag': 'calendar.goede-vrijdag',
  Nieuwjaarsdag: 'calendar.nieuwjaarsdag',
  'tweede paasdag': 'calendar.tweede-paasdag',
  Koningsdag: 'calendar.koningsdag',
  Hemelvaartsdag: 'calendar.hemelvaartsdag',
  'vrijdag na Hemelvaart': 'calendar.vrijdag-na-hemelvaart',
  'tweede pinksterdag': 'calendar.tweede-pinksterdag',
  'eerste kerstdag': 'calendar.eerste-kerstdag',
  'tweede kerstdag': 'calendar.tweede-kerstdag',
};

/** `name` as the school calendar gives it. */
export function dayName(say: Say, name: string): string {
  const key = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  return key ? say.plain(key) : name;
}
