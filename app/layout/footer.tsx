import { Link } from 'react-router';
import { useMessages } from '../locales/locale-context.tsx';

type FooterProps = { portalName: string; contact: string; version: string };

/** Where else to go, and the addresses for machines. */
export function Footer({ portalName, contact, version }: FooterProps) {
  const { accountPages, footer, navigation, aboutPage, validatePage } = useMessages();
  return (
    <footer className="mt-auto pt-16">
      <div className="halocline-rule" aria-hidden="true" />
      <div className="column grid gap-x-12 gap-y-6 py-8 text-[0.9375rem] sm:grid-cols-[1fr_auto_auto]">
        <div className="max-w-[42ch]">
          <p className="font-serif text-lg font-[600]">{portalName}</p>
          <p className="lettered mt-1">{footer.tagline}</p>
          <p className="mt-4 text-sm text-soft">
            {footer.version(version)} · {footer.attribution}
          </p>
        </div>
        <nav aria-label={footer.people}>
          <h2 className="lettered text-base">{footer.people}</h2>
          <ul>
            <FooterLink to="/about">{navigation.about}</FooterLink>
            <FooterLink to="/about#accessibility">{aboutPage.accessibility}</FooterLink>
            <FooterLink to="/validate">{validatePage.navigation}</FooterLink>
            <FooterLink to="/account">{accountPages.staff}</FooterLink>
            <li>
              <a className="inline-flex min-h-9 items-center" href={`mailto:${contact}`}>
                {footer.contact}
              </a>
            </li>
          </ul>
        </nav>
        <nav aria-label={footer.machines}>
          <h2 className="lettered text-base">{footer.machines}</h2>
          <ul>
            <li>
              <a className="inline-flex min-h-9 items-center" href="/oai?verb=Identify">
                OAI-PMH
              </a>
            </li>
            <li>
              <a className="inline-flex min-h-9 items-center" href="/sitemap.xml">
                Sitemap
              </a>
            </li>
            <li>
              <a className="inline-flex min-h-9 items-center" href="/feed.atom">
                Atom
              </a>
            </li>
            <FooterLink to="/about#harvest">{aboutPage.harvestUs}</FooterLink>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function FooterLink({ to, children }: { to: string; children: string }) {
  return (
    <li>
      <Link className="inline-flex min-h-9 items-center" to={to}>
        {children}
      </Link>
    </li>
  );
}
