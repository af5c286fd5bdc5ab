import './styles/app.css';
import sansFont from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url';
import serifFont from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root.ts';
import { ErrorPage } from './errors/error-page.tsx';
import { Footer } from './layout/footer.tsx';
import { Header } from './layout/header.tsx';
import { RouteFocus } from './layout/route-focus.tsx';
import { isLocale, messagesIn } from './locales/index.ts';
import { LocaleProvider, useMessages } from './locales/locale-context.tsx';
import { localeOf } from './locales/locale-of.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const { publicUrl, name, contact, version } = context.services.config;
  return { locale: localeOf(request), publicUrl, portalName: name, contact, version };
}

export const links: Route.LinksFunction = () => [
  ...[sansFont, serifFont].map((href) => ({
    rel: 'preload',
    as: 'font',
    type: 'font/woff2',
    href,
    crossOrigin: 'anonymous' as const,
  })),
  { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
];

/** The frame of every page, error pages too. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root');
  const locale = isLocale(data?.locale) ? data.locale : 'en';
  return (
    // The appearance script sets data-theme before React takes over.
    <html lang={locale} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <script src="/appearance.js" />
        {data && (
          <link
            rel="alternate"
            type="application/atom+xml"
            title={messagesIn(locale).feed.title(data.portalName)}
            href="/feed.atom"
          />
        )}
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider value={locale}>
          <SkipLink />
          <Header portalName={data?.portalName ?? 'Halocline'} />
          {children}
          {data && <Footer portalName={data.portalName} contact={data.contact} version={data.version} />}
        </LocaleProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function SkipLink() {
  return (
    <a href="#content" className="skip-link button" data-strong="">
      {useMessages().skipToContent}
    </a>
  );
}

export default function Root() {
  return (
    <>
      <RouteFocus />
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: loaderData?.portalName ?? 'Halocline' }, { name: 'robots', content: 'noindex' }].slice(
    0,
    loaderData ? 1 : 2,
  );
}
