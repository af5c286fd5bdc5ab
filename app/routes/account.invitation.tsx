import { FormPage } from '../account/form-page.tsx';
import { acceptInvitation, loadInvitation } from '../account/join.ts';
import { JoinForm } from '../account/join-form.tsx';
import { privateMeta } from '../account/private-meta.ts';
import { privateHeaders } from '../account/private-page.ts';
import { SpentLink } from '../account/spent-link.tsx';
import { useMessages } from '../locales/locale-context.tsx';
import type { Route } from './+types/account.invitation.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return loadInvitation(request, context.services, 'invitation');
}

export function action({ request, context }: Route.ActionArgs) {
  return acceptInvitation(request, context.services);
}

export const headers: Route.HeadersFunction = () => privateHeaders;

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  privateMeta(matches[0].loaderData, ({ accountPages }) =>
    loaderData ? accountPages.joinTitle : accountPages.spentTitle,
  );

/** The page of the link that an invitation carries. */
export default function AcceptInvitation({ loaderData, actionData }: Route.ComponentProps) {
  const { accountPages: texts } = useMessages();
  if (!loaderData) return <SpentLink remedy={texts.spentInvitation} />;
  const { token, email, role, where, minimumLength } = loaderData;
  return (
    <FormPage title={texts.joinTitle} lead={texts.joinLead(role, where)}>
      <JoinForm token={token} email={email} minimumLength={minimumLength} refused={actionData} />
    </FormPage>
  );
}
