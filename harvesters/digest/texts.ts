import type { DigestLanguage } from './types.ts';

const numbers = {
  en: new Intl.NumberFormat('en'),
  fr: new Intl.NumberFormat('fr'),
};
const dates = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }),
};

export function numberIn(language: DigestLanguage, value: number): string {
  return numbers[language].format(value);
}

export function dateIn(language: DigestLanguage, date: string): string {
  return dates[language].format(new Date(date));
}

const en = {
  subject: (source: string, problems: string) =>
    `${source}: ${problems} errors and warnings in the catalogue`,
  hello: 'Hello,',
  lead: (source: string, portal: string, from: string, to: string) =>
    from === to
      ? `This is what ${portal} found in the records of ${source} on ${from}.`
      : `This is what ${portal} found in the records of ${source} from ${from} to ${to}.`,
  stands: (records: string, problems: string, before: string | undefined) =>
    `${records} records; ${problems} errors and warnings${before === undefined ? '' : ` (${before} before)`}.`,
  refusedStand: (number: string) => `Documents refused: ${number}.`,
  linksAmiss: (number: string, links: string) => `Links amiss: ${number} of ${links}.`,
  harvests: (number: string, created: string, updated: string, withdrawn: string) =>
    `Harvests: ${number}. New records: ${created}, changed: ${updated}, withdrawn: ${withdrawn}.`,
  amiss: 'Harvests that did not end well',
  states: { failed: 'failed', held: 'waits for a decision', interrupted: 'was interrupted' },
  more: 'More problems than before',
  fewer: 'Fewer problems than before',
  change: (before: string, now: string) => `${before} → ${now}`,
  remedy: 'What to do:',
  refused: 'Documents refused',
  refusedMore: (number: string) => `… and ${number} more.`,
  report: 'The whole report, with each record and place:',
  table: 'As a table:',
  stop: (contact: string) =>
    `You get this letter because you are the contact of this source. To get it no more, or less often, write to ${contact}.`,
};

const fr: typeof en = {
  subject: (source, problems) => `${source} : ${problems} erreurs et avertissements dans le catalogue`,
  hello: 'Bonjour,',
  lead: (source, portal, from, to) =>
    from === to
      ? `Voici ce que ${portal} a trouvé dans les fiches de ${source} le ${from}.`
      : `Voici ce que ${portal} a trouvé dans les fiches de ${source} du ${from} au ${to}.`,
  stands: (records, problems, before) =>
    `${records} fiches ; ${problems} erreurs et avertissements${before === undefined ? '' : ` (${before} auparavant)`}.`,
  refusedStand: (number) => `Documents refusés : ${number}.`,
  linksAmiss: (number, links) => `Liens défectueux : ${number} sur ${links}.`,
  harvests: (number, created, updated, withdrawn) =>
    `Moissons : ${number}. Fiches nouvelles : ${created}, modifiées : ${updated}, retirées : ${withdrawn}.`,
  amiss: 'Moissons qui se sont mal terminées',
  states: { failed: 'a échoué', held: 'attend une décision', interrupted: 'a été interrompue' },
  more: 'Plus de problèmes qu’auparavant',
  fewer: 'Moins de problèmes qu’auparavant',
  change: (before, now) => `${before} → ${now}`,
  remedy: 'Que faire :',
  refused: 'Documents refusés',
  refusedMore: (number) => `… et ${number} autres.`,
  report: 'Le rapport entier, avec chaque fiche et chaque endroit :',
  table: 'En tableau :',
  stop: (contact) =>
    `Vous recevez cette lettre parce que vous êtes le contact de cette source. Pour ne plus la recevoir, ou moins souvent, écrivez à ${contact}.`,
};

export const digestTexts = { en, fr };
