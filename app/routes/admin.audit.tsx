import { Link } from 'react-router';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders, signedIn } from '../account/private-page.ts';
import { AuditList } from '../administration/audit-list.tsx';
import { guarded } from '../errors/error-data.ts';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/admin.audit.ts';

/** Entries on one page. */
const entriesAtOnce = 100;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { accounts } = context.services;
  const actor = await signedIn(request, context.services);
  const before = Number(new URL(request.url).searchParams.get('before'));
  const beforeId = Number.isSafeInteger(before) && before > 0 ? before : undefined;
  return guarded(async () => {
    const entries = await accounts.listAudit(actor, {
      limit: entriesAtOnce + 1,
      ...(beforeId === undefined ? {} : { beforeId }),
    });
    const shown = entries.slice(0, entriesAtOnce);
    const ids = shown.flatMap(({ actor: who, subject }) => [who, subject.replace(/^account:/, '')]);
    return {
      entries: shown,
      names: await accounts.namesOf(actor, ids),
      older: entries.length > entriesAtOnce ? shown.at(-1)?.id : undefined,
      first: beforeId === undefined,
    };
  });
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches }) =>
  privateMeta(matches[0].loaderData, ({ adminPages }) => adminPages.audit);

/** What was done by whom. */
export default function AdminAudit({ loaderData }: Route.ComponentProps) {
  const { adminPages: texts } = useMessages();
  const { entries, names, older, first } = loaderData;
  return (
    <>
      <h1 className="text-3xl md:text-4xl">{texts.audit}</h1>
      <p className="mt-2">{texts.auditLead}</p>
      {entries.length === 0 && <p className="mt-6">{texts.auditEmpty}</p>}
      <AuditList entries={entries} names={names} />
      <nav aria-label={texts.pages} className="mt-4 flex gap-4">
        {!first && <Link to="/admin/audit">{texts.newest}</Link>}
        {older !== undefined && <Link to={`?before=${older}`}>{texts.older}</Link>}
      </nav>
    </>
  );
}
