import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Problem } from '#catalogue/model';
import type { Locale } from '../locales/index.ts';
import { LocaleProvider } from '../locales/locale-context.tsx';
import { ProblemList } from './page/problem-list.tsx';
import { problemGroups } from './present/log.ts';

const unreadable: Problem = {
  severity: 'error',
  code: 'date-unreadable',
  path: '/gmd:MD_Metadata/gmd:dateStamp',
  line: 12,
  message: '"spring 1998" is not a date.',
  hint: 'Write YYYY-MM-DD.',
};

function pageOf(problem: Problem, locale: Locale): string {
  return renderToStaticMarkup(
    <LocaleProvider value={locale}>
      <ProblemList groups={problemGroups([problem], locale)} />
    </LocaleProvider>,
  );
}

test('a French page names the problem and the remedy in French, and tells what was found without English', () => {
  const page = pageOf(unreadable, 'fr');
  expect(page).toMatch(/<h4[^>]*>Date illisible<\/h4>/);
  expect(page).toMatch(/<p[^>]*>« spring 1998 » n’est pas une date.<\/p>/);
  expect(page).not.toContain('is not a date');
  expect(page).toMatch(/Remède<\/span> Écrivez la date sous la forme année-mois-jour/);
});

test('an English page names them in English', () => {
  const page = pageOf(unreadable, 'en');
  expect(page).toMatch(/<h4[^>]*>Date unreadable<\/h4>/);
  expect(page).toMatch(/Remedy<\/span> Write the date as year-month-day/);
});

test('a code without a text stands for itself, with the hint as remedy where that can be told', () => {
  const page = pageOf({ ...unreadable, code: 'date-of-old' }, 'fr');
  expect(page).toMatch(/<h4[^>]*><code>date-of-old<\/code><\/h4>/);
  expect(page).not.toContain('Write YYYY-MM-DD.');
  expect(pageOf({ ...unreadable, code: 'date-of-old' }, 'en')).toMatch(/Remedy<\/span> Write YYYY-MM-DD./);
});
