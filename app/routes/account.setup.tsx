import { FormPage } from '../account/form-page.tsx';
import { acceptInvitation, loadInvitation } from '../account/join.ts';
import { JoinForm } from '../account/join-form.tsx';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders } from '../account/private-page.ts';
import { SpentLink } from '../account/spent-link.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/account.setup.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return loadInvitation(request, context.services, 'setup');
}

export function action({ request, context }: Route.ActionArgs) {
  return acceptInvitation(request, context.services);
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  privateMeta(matches[0].loaderData, ({ accountPages }) =>
    loaderData ? accountPages.setupTitle : accountPages.spentTitle,
  );

/** The page of the link that the server prints at its first start. */
export default function Setup({ loaderData, actionData }: Route.ComponentProps) {
  const { accountPages: texts } = useMessages();
  if (!loaderData) return <SpentLink remedy={texts.spentSetup} />;
  return (
    <FormPage title={texts.setupTitle} lead={texts.setupLead}>
      <JoinForm token={loaderData.token} minimumLength={loaderData.minimumLength} refused={actionData} />
    </FormPage>
  );
}
