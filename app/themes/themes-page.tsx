import { CountList } from '../layout/count-list.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import type { ThemeLink, ThemesView } from './present-themes.ts';

/** Every theme, with a page of its own. */
export function ThemesPage({ view: { subjects, networks } }: { view: ThemesView }) {
  const { themesPage } = useMessages();
  return (
    <main id="content" className="column">
      <PageHead title={themesPage.title} lead={themesPage.lead} />
      <Themes id="networks" title={themesPage.networks} themes={networks} />
      <Themes id="subjects" title={themesPage.subjects} themes={subjects} />
    </main>
  );
}

function Themes({ id, title, themes }: { id: string; title: string; themes: readonly ThemeLink[] }) {
  if (themes.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mb-12">
      <h2 id={id} className="section-title mb-2">
        {title}
      </h2>
      <CountList values={themes.map((theme) => ({ ...theme, href: `/themes/${theme.slug}` }))} columns={3} />
    </section>
  );
}
