import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { visibleRecord } from '../negotiation/visible-record.ts';
import { CitePage } from '../record/cite/cite-page.tsx';
import { presentCite } from '../record/cite/present-cite.ts';
import { pageText } from '../record/texts.ts';
import type { Route } from './+types/record-cite.ts';

/** A record in the usual styles of citation. */
export async function loader({ request, params, context: { services } }: Route.LoaderArgs) {
  const locale = localeOf(request);
  const stored = await visibleRecord(request, params.id, services);
  const untitled = { text: messagesIn(locale).recordPage.untitled };
  return {
    id: stored.id,
    title: pageText(stored.record.resource.titles, locale) ?? untitled,
    view: presentCite(stored, locale, services),
  };
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  const { citePage } = messagesIn(root.locale);
  return pageMeta(root, location, {
    title: loaderData ? `${citePage.title}: ${loaderData.title.text}` : citePage.title,
    description: citePage.lead,
  });
};

export default function RecordCiteRoute({ loaderData }: Route.ComponentProps) {
  return <CitePage {...loaderData} />;
}
