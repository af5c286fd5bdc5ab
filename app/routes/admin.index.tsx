import { Link } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { signedIn } from '../account/private-page.ts';
import { administrationPages } from '../administration/pages.ts';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/admin.index.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  return { pages: administrationPages(await signedIn(request, context.services)) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, ({ adminPages }) => adminPages.title);

export default function AdministrationIndex({ loaderData }: Route.ComponentProps) {
  const { adminPages: texts } = useMessages();
  const leads = {
    sources: texts.sourcesLead,
    themes: texts.themesLead,
    identity: texts.identityLead,
    accounts: texts.accountsLead,
    audit: texts.auditLead,
  };
  return (
    <>
      <h1 className="text-3xl md:text-4xl">{texts.title}</h1>
      {loaderData.pages.length === 0 && <p className="mt-3">{texts.nothing}</p>}
      <ul className="mt-6 grid max-w-[42rem] gap-5">
        {loaderData.pages.map(({ name, path }) => (
          <li key={path}>
            <Link to={path} className="font-serif text-xl">
              {texts[name]}
            </Link>
            <p>{leads[name]}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
