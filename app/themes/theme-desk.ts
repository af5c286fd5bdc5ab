import type { Actor } from '#accounts';
import { themeDraft } from '#harvesters/themes';
import { formText } from '../account/form-text.ts';
import { type HarvestProblem, refusalOf } from '../harvests/harvest-action.ts';
import type { Locale } from '../locales/index.ts';
import type { PageText } from '../record/texts.ts';
import type { PortalServices } from '../services.ts';
import { allThemes, findTheme } from './find-theme.ts';

/** What the form of a theme shows. */
export type ThemeValues = Record<'titleEn' | 'titleFr' | 'descriptionEn' | 'descriptionFr', string>;
export type ThemeErrors = Partial<Record<keyof ThemeValues, HarvestProblem>>;
export type RefusedTheme = { refused: HarvestProblem; values: ThemeValues; errors: ThemeErrors };

/** Themes that somebody may say something of. */
export async function presentThemeDesk(
  actor: Actor,
  services: PortalServices,
  locale: Locale,
): Promise<{ themes: { slug: string; title: PageText; count: number; isDescribed: boolean }[] }> {
  const all = await allThemes(services, locale);
  return {
    themes: all
      .filter(({ slug }) => services.themeDesk.mayEdit(actor, slug))
      .map(({ slug, title, count, description }) => ({
        slug,
        title,
        count,
        isDescribed: description !== undefined,
      })),
  };
}

/** The form of a theme. @throws DomainError `unauthenticated`, `forbidden`; the error page 404 */
export async function presentThemeForm(
  actor: Actor,
  services: PortalServices,
  slug: string,
  locale: Locale,
): Promise<{ slug: string; title: PageText; values: ThemeValues }> {
  const { titles, descriptions } = await services.themeDesk.words(actor, slug);
  const { title } = await findTheme(services, slug, locale);
  return {
    slug,
    title,
    values: {
      titleEn: titles['en'] ?? '',
      titleFr: titles['fr'] ?? '',
      descriptionEn: descriptions['en'] ?? '',
      descriptionFr: descriptions['fr'] ?? '',
    },
  };
}

/**
 * Says of a theme what the form says.
 * @returns `undefined` when it is done
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function changeTheme(
  request: Request,
  actor: Actor,
  slug: string,
  { accounts, themeDesk }: PortalServices,
): Promise<RefusedTheme | undefined> {
  const form = await request.formData();
  const text = (name: keyof ThemeValues) => formText(form, name).trim();
  const values: ThemeValues = {
    titleEn: text('titleEn'),
    titleFr: text('titleFr'),
    descriptionEn: text('descriptionEn'),
    descriptionFr: text('descriptionFr'),
  };
  const draft = themeDraft.safeParse({
    titles: { en: values.titleEn, fr: values.titleFr },
    descriptions: { en: values.descriptionEn, fr: values.descriptionFr },
  });
  try {
    accounts.requireOwnForm(request);
    if (!draft.success) {
      const wrong = new Set(draft.error.issues.map(({ path }) => path.join('.')));
      const errors: ThemeErrors = {
        ...(wrong.has('titles.en') ? { titleEn: 'themeTitle' } : {}),
        ...(wrong.has('titles.fr') ? { titleFr: 'themeTitle' } : {}),
        ...(wrong.has('descriptions.en') ? { descriptionEn: 'descriptions' } : {}),
        ...(wrong.has('descriptions.fr') ? { descriptionFr: 'descriptions' } : {}),
      };
      return { refused: 'form', values, errors };
    }
    await themeDesk.change(actor, slug, draft.data);
    return undefined;
  } catch (error) {
    return { refused: refusalOf(error), values, errors: {} };
  }
}
