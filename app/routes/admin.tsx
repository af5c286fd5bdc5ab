import { NavLink, Outlet } from 'react-router';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { administrationPages } from '../administration/pages.ts';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/admin.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  return { pages: administrationPages(await signedIn(request, context.services)) };
}

export const headers: Route.HeadersFunction = () => privateHeaders;

/** The frame of the pages of administration: what one's roles open. */
export default function Administration({ loaderData }: Route.ComponentProps) {
  const { adminPages: texts } = useMessages();
  return (
    <main id="content" className="column py-8 md:py-10">
      <nav aria-label={texts.navigation} className="-mx-2 mb-6 overflow-x-auto">
        <ul className="flex gap-1">
          {loaderData.pages.map(({ name, path }) => (
            <li key={path}>
              <NavLink
                to={path}
                className="flex min-h-11 items-center border-b-2 border-transparent px-3 whitespace-nowrap text-ink no-underline hover:border-edge aria-[current=page]:border-overprint"
              >
                {texts[name]}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </main>
  );
}
