import { Link, NavLink, useLocation } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';
import { AppearanceSwitch } from './appearance-switch.tsx';
import { Logo } from './logo.tsx';

/** Name, main navigation, language, appearance. */
export function Header({ portalName }: { portalName: string }) {
  const { navigation } = useMessages();
  const links: [to: string, label: string, short?: string][] = [
    ['/search', navigation.search],
    ['/themes', navigation.themes],
    ['/sources', navigation.sources, navigation.sourcesShort],
    ['/about', navigation.about],
  ];
  return (
    <header>
      <div className="column flex flex-wrap items-center gap-x-6 gap-y-0 py-2 md:py-3">
        <Link to="/" className="mr-auto flex min-h-11 items-center gap-3 text-ink no-underline">
          <Logo />
          <span className="font-serif text-[1.35rem] font-[600] tracking-[-0.015em]">{portalName}</span>
        </Link>
        <nav
          aria-label={navigation.label}
          className="order-last -mx-2 w-full overflow-x-auto md:order-none md:mx-0 md:w-auto"
        >
          <ul className="flex gap-1">
            {links.map(([to, label, short]) => (
              <li key={to}>
                <NavLink
                  to={to}
                  prefetch="intent"
                  className="flex min-h-11 items-center border-b-2 border-transparent px-2 whitespace-nowrap text-ink no-underline hover:border-edge aria-[current=page]:border-overprint sm:px-3"
                >
                  {short === undefined ? label : <FittingLabel label={label} short={short} />}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex items-center gap-1" data-screen-only="">
          <LanguageLink />
          <AppearanceSwitch />
        </div>
      </div>
      <div className="halocline-rule" aria-hidden="true" />
    </header>
  );
}

/** A name that is too long for a small screen. */
function FittingLabel({ label, short }: { label: string; short: string }) {
  return (
    <>
      <span className="sm:hidden">{short}</span>
      <span className="hidden sm:inline">{label}</span>
    </>
  );
}

/** Leads to the same page in the other language; loads it anew, so that every text and the page's `lang` change. */
function LanguageLink() {
  const { otherLanguage } = useMessages();
  const location = useLocation();
  const parameters = new URLSearchParams(location.search);
  parameters.set('lang', otherLanguage.tag);
  return (
    <Link
      to={`${location.pathname}?${parameters}`}
      reloadDocument
      lang={otherLanguage.tag}
      hrefLang={otherLanguage.tag}
      title={otherLanguage.title}
      className="flex min-h-11 items-center rounded-sm px-3 text-soft no-underline hover:bg-shallow hover:text-ink"
    >
      {otherLanguage.name}
    </Link>
  );
}
