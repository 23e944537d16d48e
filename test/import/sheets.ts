/** Sheets for tests, written as in a CSV file with semicolons: the first line is the header. */
import { plainText, say } from '../../src/bot/text.ts';
import type { Finding } from '../../src/import/finding.ts';
import { findingLine } from '../../src/import/report.ts';
import type { SheetFile, SheetsRead } from '../../src/import/sheet-file.ts';

export type Sheets = Readonly<Record<string, string>>;

export function sheetFile(name: string, text: string): SheetFile {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  return {
    name,
    lines: lines.map((line, index) => ({ line: index + 1, cells: line.split(';').map((cell) => cell.trim()) })),
  };
}

export function sheetsRead(sheets: Sheets): SheetsRead {
  return {
    sheets: Object.entries(sheets).map(([name, text]) => sheetFile(name, text)),
    mistakes: [],
    warnings: [],
  };
}

/** The findings as `importeer` prints them, in Dutch. */
export function lines(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => plainText(findingLine(finding, say('nl'))));
}

/** One school with two teams, a goal and an action; every row is right and nothing is worth a warning. */
export const SCHOOL: Sheets = {
  scholen: `
    school;regio
    De Regenbui;midden`,
  medewerkers: `
    naam;email;school;rol;werkdagen
    Marieke Proef;marieke@x.example;De Regenbui;directeur;ma,di,do,vr
    Sanne Voorbeeld;sanne@x.example;De Regenbui;;di,do
    Nico Bedacht;nico@x.example;De Regenbui;leerkracht;ma,wo,vr
    Bea Bestuur;bea@x.example;;bestuur;ma`,
  leerteams: `
    school;leerteam;voorzitter;vervanger;dag;tijd
    De Regenbui;Bovenbouw;sanne@x.example;;do;15:00
    De Regenbui;MT;marieke@x.example;sanne@x.example;di;16:00`,
  leden: `
    school;leerteam;email
    De Regenbui;Bovenbouw;sanne@x.example
    De Regenbui;Bovenbouw;nico@x.example`,
  doelen: `
    school;doel;nr;leerteam;eigenaar;eenheid;nulmeting;streefwaarde;startdatum;einddatum;status;fase
    De Regenbui;Meer leerlingen op 1S;;Bovenbouw;;%;13;40;2026-08-01;2027-07-01;;
    De Regenbui;Elke week rijke teksten;;;nico@x.example;;;;;;;`,
  acties: `
    school;actie;nr;eigenaar;datum;leerteam;doel;status
    De Regenbui;Toetsanalyse klaarzetten;;sanne@x.example;2026-11-25;Bovenbouw;Meer leerlingen op 1S;`,
};

/** The school with rows added to some sheets. */
export function withRows(more: Sheets): Sheets {
  return Object.fromEntries(
    Object.entries(SCHOOL).map(([name, text]) => [name, more[name] ? `${text}\n${more[name]}` : text]),
  );
}

/** The school with one text replaced in a sheet; fails when it is not there. */
export function withText(sheet: string, from: string, to: string): Sheets {
  const text = SCHOOL[sheet]!;
  if (!text.includes(from)) throw new Error(`${sheet} has no ${from}`);
  return { ...SCHOOL, [sheet]: text.replace(from, to) };
}
