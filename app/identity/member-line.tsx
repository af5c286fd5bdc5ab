import { Form, Link } from 'react-router';
import type { MemberView } from './present-identity.ts';
import { useIdentityTexts } from './texts.ts';

/** One record: its title, source, kind, and what its source calls it. */
export function MemberLine({ member, isShown = false }: { member: MemberView; isShown?: boolean }) {
  const texts = useIdentityTexts();
  const { id, title, kind, source, identifier, isPublic } = member;
  return (
    <div className="min-w-0">
      <p className="break-words">
        {isPublic ? (
          <Link to={`/records/${id}`} lang={title.lang} className="font-medium">
            {title.text}
          </Link>
        ) : (
          <span lang={title.lang} className="font-medium">
            {title.text}
          </span>
        )}
        {isShown && <span className="tag ml-2 bg-good-wash text-good">{texts.shown}</span>}
        {!isPublic && <span className="tag ml-2">{texts.hidden}</span>}
      </p>
      <p className="text-sm break-all text-soft">
        {source} · {kind} · {identifier}
      </p>
    </div>
  );
}

/** The records of one resource, the one that is shown first; each can be split off. */
export function Members({ members }: { members: readonly MemberView[] }) {
  const texts = useIdentityTexts();
  return (
    <ul className="grid gap-y-3">
      {members.map((member, place) => (
        <li key={member.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <MemberLine member={member} isShown={place === 0 && members.length > 1} />
          {members.length > 1 && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="record" value={member.id} />
              <button
                type="submit"
                name="intent"
                value="split"
                className="button"
                data-small=""
                aria-label={texts.splitOf(`${member.title.text}, ${member.source}`)}
              >
                {texts.split}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
