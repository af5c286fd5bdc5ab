import { writeDataCatalog } from '#catalogue/formats';
import { guarded } from '../errors/error-data.ts';
import { HomePage } from '../home/home-page.tsx';
import { presentHome } from '../home/present-home.ts';
import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import type { Route } from './+types/home.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const locale = localeOf(request);
  const { publicUrl, name } = context.services.config;
  const { description } = messagesIn(locale).homePage;
  const jsonLd = writeDataCatalog({ name, url: `${publicUrl}/`, description }, [], locale);
  return guarded(async () => ({ view: await presentHome(context.services, locale), jsonLd }));
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  const { homePage } = messagesIn(root.locale);
  return [
    ...pageMeta(root, location, {
      title: `${root.portalName}: ${homePage.title}`,
      description: homePage.description,
      whole: true,
    }),
    ...(loaderData ? [{ 'script:ld+json': loaderData.jsonLd }] : []),
  ];
};

export default function Home({ loaderData }: Route.ComponentProps) {
  return <HomePage view={loaderData.view} />;
}
