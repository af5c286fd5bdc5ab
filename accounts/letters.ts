import type { Mail } from '#runtime/mail';

/** `address` is the link that a letter carries. */
const letters = {
  invitation: {
    en: (portal: string, address: string) => ({
      subject: `Invitation to ${portal}`,
      text: `Hello,\n\nYou are invited to work on the catalogue ${portal}. To choose a password, open this address within seven days:\n\n${address}\n\nIt works once. If you did not expect this message, ignore it.\n`,
    }),
    fr: (portal: string, address: string) => ({
      subject: `Invitation à ${portal}`,
      text: `Bonjour,\n\nVous êtes invité·e à travailler sur le catalogue ${portal}. Pour choisir un mot de passe, ouvrez cette adresse dans les sept jours :\n\n${address}\n\nElle ne sert qu'une fois. Si vous n'attendiez pas ce message, ignorez-le.\n`,
    }),
  },
  role: {
    en: (portal: string, address: string) => ({
      subject: `A new role on ${portal}`,
      text: `Hello,\n\nYou were given a new role on the catalogue ${portal}. Your account and your roles:\n\n${address}\n`,
    }),
    fr: (portal: string, address: string) => ({
      subject: `Un nouveau rôle sur ${portal}`,
      text: `Bonjour,\n\nUn nouveau rôle vous a été donné sur le catalogue ${portal}. Votre compte et vos rôles :\n\n${address}\n`,
    }),
  },
  reset: {
    en: (portal: string, address: string) => ({
      subject: `A new password for ${portal}`,
      text: `Hello,\n\nSomebody, probably you, asked for a new password on the catalogue ${portal}. To choose one, open this address within an hour:\n\n${address}\n\nIt works once. If it was not you, ignore this message: your password stays as it is.\n`,
    }),
    fr: (portal: string, address: string) => ({
      subject: `Un nouveau mot de passe pour ${portal}`,
      text: `Bonjour,\n\nQuelqu'un, sans doute vous, a demandé un nouveau mot de passe sur le catalogue ${portal}. Pour en choisir un, ouvrez cette adresse dans l'heure :\n\n${address}\n\nElle ne sert qu'une fois. Si ce n'était pas vous, ignorez ce message : votre mot de passe ne change pas.\n`,
    }),
  },
} as const;

/** Writes a letter in English and French, for we do not know which of them the reader prefers. */
export function letter(kind: keyof typeof letters, to: string, portal: string, address: string): Mail {
  const written = [letters[kind].en(portal, address), letters[kind].fr(portal, address)];
  return {
    to,
    subject: written.map((one) => one.subject).join(' / '),
    text: written.map((one) => one.text).join('\n— — —\n\n'),
  };
}
