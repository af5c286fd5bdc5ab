import { AboutPage } from '../about/about-page.tsx';
import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import type { Route } from './+types/about.ts';

export function loader({ context: { services } }: Route.LoaderArgs) {
  const { publicUrl, contact } = services.config;
  return {
    portal: { publicUrl, contact },
    formats: services.formats.flatMap(({ title, suffix, write }) =>
      suffix !== undefined && write !== undefined ? [{ title, suffix }] : [],
    ),
  };
}

export const meta: Route.MetaFunction = ({ matches, location }) => {
  const root = matches[0].loaderData;
  const { aboutPage } = messagesIn(root.locale);
  return pageMeta(root, location, { title: aboutPage.title, description: aboutPage.lead });
};

export default function About({ loaderData }: Route.ComponentProps) {
  return <AboutPage {...loaderData} />;
}
