import { ruleSetNames, ruleSets } from '#catalogue/checks';
import { pageMeta } from '../layout/page-meta.ts';
import { messagesIn } from '../locales/index.ts';
import { localeOf } from '../locales/locale-of.ts';
import { checkFormData, largestForm } from '../validate/check-form-data.ts';
import { ValidatePage } from '../validate/validate-page.tsx';
import type { Route } from './+types/validate.ts';

export function loader({ request, context: { services } }: Route.LoaderArgs) {
  const locale = localeOf(request);
  return {
    formats: services.formats.flatMap(({ title, read }) => (read ? [title] : [])),
    sets: ruleSetNames.map((name) => ({
      name,
      title: ruleSets[name].title[locale],
      description: ruleSets[name].description[locale],
    })),
    megabytes: largestForm / 1024 / 1024,
    endpoint: `${services.config.publicUrl}/api/validate`,
  };
}

export async function action({ request, context: { services } }: Route.ActionArgs) {
  return checkFormData(await request.formData(), services, localeOf(request));
}

export const meta: Route.MetaFunction = ({ matches, location }) => {
  const root = matches[0].loaderData;
  const { validatePage } = messagesIn(root.locale);
  return pageMeta(root, location, { title: validatePage.title, description: validatePage.lead });
};

export default function Validate({ loaderData, actionData }: Route.ComponentProps) {
  return <ValidatePage {...loaderData} checked={actionData} />;
}
