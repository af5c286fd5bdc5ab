import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { visibleRecord } from '../negotiation/visible-record.ts';
import { FormatsPage } from '../record/formats/formats-page.tsx';
import { presentFormats } from '../record/formats/present-formats.ts';
import { pageText } from '../record/texts.ts';
import type { Route } from './+types/record-formats.ts';

/** The ways to take a record, with what each leaves out; also asked for by the record's own page. */
export async function loader({ request, params, context: { services } }: Route.LoaderArgs) {
  const locale = localeOf(request);
  const stored = await visibleRecord(request, params.id, services);
  const untitled = { text: messagesIn(locale).recordPage.untitled };
  return {
    id: stored.id,
    title: pageText(stored.record.resource.titles, locale) ?? untitled,
    formats: await presentFormats(stored, locale, services),
  };
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  const { formatsPage } = messagesIn(root.locale);
  return pageMeta(root, location, {
    title: loaderData ? `${formatsPage.title}: ${loaderData.title.text}` : formatsPage.title,
    description: formatsPage.lead,
  });
};

export default function RecordFormatsRoute({ loaderData }: Route.ComponentProps) {
  return <FormatsPage {...loaderData} />;
}
