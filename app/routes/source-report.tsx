import { guarded } from '../errors/error-data.ts';
import { feedLink, pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { presentReport, presentRule } from '../reports/present-report.ts';
import { ReportPage } from '../reports/report-page.tsx';
import { RulePage } from '../reports/rule-page.tsx';
import { reportTextsIn } from '../reports/texts.ts';
import type { Route } from './+types/source-report.ts';

export function loader({ request, context: { services }, params }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const rule = asked.get('rule');
  const locale = localeOf(request);
  return guarded(async () =>
    rule === null
      ? { report: await presentReport(services, params.id, locale) }
      : { page: await presentRule(services, params.id, rule, asked.get('after') ?? '', locale) },
  );
}

export const meta: Route.MetaFunction = ({ matches, location, loaderData }) => {
  const root = matches[0].loaderData;
  if (!loaderData) return [];
  const texts = reportTextsIn(root.locale);
  const { feed } = messagesIn(root.locale);
  const { id, name: named } = 'report' in loaderData ? loaderData.report : loaderData.page;
  const name = named.text;
  const title = texts.title(name);
  const words = {
    title: 'report' in loaderData ? title : `${loaderData.page.rule.title} · ${title}`,
    description: texts.description(name),
    keep: ['rule', 'after'],
  };
  return [
    ...pageMeta(root, location, words),
    feedLink(`/sources/${id}/feed.atom`, feed.titleOfSource(name, root.portalName)),
  ];
};

export default function SourceReport({ loaderData }: Route.ComponentProps) {
  return 'report' in loaderData ? (
    <ReportPage report={loaderData.report} />
  ) : (
    <RulePage page={loaderData.page} />
  );
}
