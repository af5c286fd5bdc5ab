import { type ProblemTable, words } from './problem-text.ts';

/** Problems of dates, periods, numbers and sizes. */
export const valueProblems: ProblemTable = {
  'date-ambiguous': words(
    ['Date ambiguous', 'Write the date as year-month-day, for example 2024-05-31.'],
    ['Date ambiguë', 'Écrivez la date sous la forme année-mois-jour, par exemple 2024-05-31.'],
  ),
  'date-empty': words(
    ['Date empty', 'Give the date, or leave its element out.'],
    ['Date vide', 'Donnez la date, ou supprimez son élément.'],
  ),
  'date-format': words(
    ['Date in an unusual form', 'Write the date as year-month-day, for example 2024-05-31.'],
    [
      'Date sous une forme inhabituelle',
      'Écrivez la date sous la forme année-mois-jour, par exemple 2024-05-31.',
    ],
  ),
  'date-impossible': words(
    ['Date impossible', 'Correct the date: the calendar has no such day or hour.'],
    ['Date impossible', 'Corrigez la date : ce jour ou cette heure n’existe pas.'],
  ),
  'date-interval': words(
    ['Period instead of a date', 'Give one date here, and the period that the data cover in its own field.'],
    [
      'Période au lieu d’une date',
      'Donnez ici une seule date, et la période couverte par les données dans le champ prévu.',
    ],
  ),
  'date-missing': words(
    [
      'Date of the resource missing',
      'Give the date on which the resource was published, created or revised.',
    ],
    [
      'Date de la ressource absente',
      'Donnez la date de publication, de création ou de révision de la ressource.',
    ],
  ),
  'date-type-missing': words(
    ['Type of date missing', 'Say whether it is the date of creation, publication or revision.'],
    ['Type de date absent', 'Dites s’il s’agit de la date de création, de publication ou de révision.'],
  ),
  'date-unreadable': words(
    ['Date unreadable', 'Write the date as year-month-day, for example 2024-05-31; a year alone will do.'],
    [
      'Date illisible',
      'Écrivez la date sous la forme année-mois-jour, par exemple 2024-05-31 ; l’année seule suffit.',
    ],
  ),
  'datestamp-missing': words(
    ['Date of the metadata missing', 'Say when the metadata were last changed.'],
    ['Date des métadonnées absente', 'Dites quand les métadonnées ont été modifiées pour la dernière fois.'],
  ),
  'decimal-comma': words(
    ['Decimal comma', 'Write numbers with a decimal point: 47.5, not 47,5.'],
    ['Virgule décimale', 'Écrivez les nombres avec un point décimal : 47.5 et non 47,5.'],
  ),
  'number-unreadable': words(
    ['Number unreadable', 'Write the number in digits, with a decimal point and without its unit.'],
    ['Nombre illisible', 'Écrivez le nombre en chiffres, avec un point décimal et sans unité.'],
  ),
  'number-with-comma': words(
    ['Decimal comma', 'Write numbers with a decimal point: 47.5, not 47,5.'],
    ['Virgule décimale', 'Écrivez les nombres avec un point décimal : 47.5 et non 47,5.'],
  ),
  'period-reversed': words(
    ['Period reversed', 'Correct the period: its end comes before its beginning.'],
    ['Période inversée', 'Corrigez la période : sa fin précède son début.'],
  ),
  'period-unreadable': words(
    [
      'Period unreadable',
      'Write the beginning and the end with a slash between them, for example 2001-08-06/2002-09-09.',
    ],
    [
      'Période illisible',
      'Écrivez le début et la fin séparés par une barre oblique, par exemple 2001-08-06/2002-09-09.',
    ],
  ),
  'size-unreadable': words(
    ['Size unreadable', 'Write the size in bytes, or as a number with its unit.'],
    ['Taille illisible', 'Écrivez la taille en octets, ou sous forme de nombre suivi de son unité.'],
  ),
};
