import type { ReactNode } from 'react';
import { PageHead } from '../layout/page-head.tsx';
import { useMessages } from '../locales/locale-context.tsx';

type AboutPageProps = {
  portal: { publicUrl: string; contact: string };
  formats: readonly { title: string; suffix: string }[];
};

/** What this is, how to harvest it, how to have one's records in it. */
export function AboutPage({ portal: { publicUrl, contact }, formats }: AboutPageProps) {
  const { aboutPage } = useMessages();
  return (
    <main id="content" className="column">
      <PageHead title={aboutPage.title} lead={aboutPage.lead} />
      <div className="grid gap-x-14 gap-y-10 md:grid-cols-2">
        <Part id="name" title={aboutPage.name}>
          <p>{aboutPage.nameText}</p>
        </Part>
        <Profile />
      </div>
      <div className="mt-10 gap-x-14 md:columns-2">
        <Part id="records" title={aboutPage.records}>
          <p>{aboutPage.recordsText}</p>
        </Part>
        <Part id="harvest" title={aboutPage.harvestUs}>
          <p>{aboutPage.harvestUsText}</p>
          <dl className="mt-4 space-y-3">
            <Address label={aboutPage.oaiText} url={`${publicUrl}/oai`} href="/oai?verb=Identify" />
            <Address label={aboutPage.sitemapText} url={`${publicUrl}/sitemap.xml`} href="/sitemap.xml" />
          </dl>
          {formats.length > 0 && (
            <>
              <p className="mt-4">{aboutPage.pagesText}</p>
              <ul className="mt-2">
                {formats.map(({ title, suffix }) => (
                  <li key={suffix}>
                    {title}: <code>/records/…​.{suffix}</code>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Part>
        <Part id="join" title={aboutPage.join}>
          <p>{aboutPage.joinText}</p>
          <p className="mt-3">
            <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        </Part>
        <Part id="accessibility" title={aboutPage.accessibility}>
          <p>{aboutPage.accessibilityText}</p>
        </Part>
        <Part id="privacy" title={aboutPage.privacy}>
          <p>{aboutPage.privacyText}</p>
        </Part>
      </div>
    </main>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mb-10 break-inside-avoid">
      <h2 id={`${id}-title`} className="section-title mb-3">
        {title}
      </h2>
      <div className="max-w-[64ch]">{children}</div>
    </section>
  );
}

function Address({ label, url, href }: { label: string; url: string; href: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <a href={href} className="break-all">
          <code>{url}</code>
        </a>
      </dd>
    </div>
  );
}

/** Salinity with depth: steady, then a sharp change, then steady. */
function Profile() {
  const lines = [5, 17, 29, 36, 40.5, 43.5, 46, 48.5, 51.5, 56, 63, 75, 90];
  return (
    <svg
      viewBox="0 0 260 96"
      preserveAspectRatio="xMidYMid slice"
      className="hidden w-full md:block"
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="column" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0.3" stopColor="var(--above)" />
          <stop offset="0.62" stopColor="var(--below)" />
          <stop offset="1" stopColor="var(--abyss)" />
        </linearGradient>
      </defs>
      <rect width="260" height="96" fill="url(#column)" />
      {lines.map((y) => (
        <path
          key={y}
          d={`M0 ${y}q32-3 65 0t65 0t65 0t65 0`}
          fill="none"
          stroke="#fff"
          strokeOpacity="0.35"
          strokeWidth="0.5"
        />
      ))}
      <path d="M96 0V30C96 48 168 44 168 62V96" fill="none" stroke="#fff" strokeWidth="1.4" />
    </svg>
  );
}
