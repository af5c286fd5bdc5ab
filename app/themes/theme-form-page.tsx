import { Form, Link } from 'react-router';
import { Group, Line } from '../harvests/form-fields.tsx';
import type { HarvestOutcome } from '../harvests/harvest-action.ts';
import { HarvestNotice } from '../harvests/harvest-notice.tsx';
import { useDeskMessages } from '../harvests/texts.ts';
import type { PageText } from '../record/texts.ts';
import type { ThemeErrors, ThemeValues } from './theme-desk.ts';

type ThemeFormPageProps = {
  slug: string;
  title: PageText;
  values: ThemeValues;
  errors: ThemeErrors;
  outcome: HarvestOutcome | undefined;
};

/** Says what a theme is called and what it is about, in both languages. */
export function ThemeFormPage({ slug, title, values, errors, outcome }: ThemeFormPageProps) {
  const { themeDesk: texts, harvestPages } = useDeskMessages();
  return (
    <>
      <p>
        <Link to="/admin/themes">{texts.title}</Link>
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl" lang={title.lang}>
        {title.text}
      </h1>
      <p className="mt-2">
        <Link to={`/themes/${slug}`}>{texts.seePage}</Link>
      </p>
      <HarvestNotice outcome={outcome} />
      <Form method="post" noValidate className="mt-6 grid gap-x-14 gap-y-8 lg:grid-cols-2">
        {(['En', 'Fr'] as const).map((language) => (
          <Group key={language} title={texts.languages[language]}>
            <Line
              name={`title${language}`}
              label={texts.name[language]}
              hint={texts.nameHint}
              value={values[`title${language}`]}
              error={errors[`title${language}`]}
              lang={language.toLowerCase()}
            />
            <Line
              name={`description${language}`}
              label={texts.description[language]}
              hint={texts.descriptionHint}
              value={values[`description${language}`]}
              error={errors[`description${language}`]}
              rows={6}
              lang={language.toLowerCase()}
            />
          </Group>
        ))}
        <button type="submit" className="button justify-self-start lg:col-span-2" data-strong="">
          {harvestPages.form.save}
        </button>
      </Form>
    </>
  );
}
