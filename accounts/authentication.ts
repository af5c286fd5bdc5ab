import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';
import type { Log } from '#runtime/log';
import { passwordLength } from './passwords.ts';

/** Where the authentication library keeps its tables; made by db/. */
export type AuthDatabase = NonNullable<BetterAuthOptions['database']>;

/** Header in which the library is told who asks. Whatever a request itself says there is overwritten. */
export const clientAddressHeader = 'x-halocline-client-address';

const signInBody = z.object({ email: z.string() });

/** How long one signs in for. */
const sessionSeconds = 7 * 24 * 3600;

export type AuthenticationOptions = {
  authDatabase: AuthDatabase;
  /** Public address of the portal, without a slash at the end. */
  publicUrl: string;
  secret: string;
  log: Log;
  /** Called with a token that resets the password of this account, once, within an hour. */
  /** Called before a password is looked at; `false` refuses the attempt for now. */
  onSignInAttempt: (email: string) => Promise<boolean>;
  onPasswordReset: (accountId: string) => Promise<void>;
  onSignedIn: (account: { id: string; email: string }) => Promise<void>;
  onPasswordForgotten: (account: { email: string; name: string }, token: string) => Promise<void>;
};

export type Authentication = ReturnType<typeof createAuthentication>;

/**
 * The authentication library, set up for staff: e-mail address and password (hashed with scrypt by node, off the main
 * thread), no self-registration, sessions in our database, rate limits by address of the client.
 */
export function createAuthentication(options: AuthenticationOptions) {
  const { log } = options;
  return betterAuth({
    appName: 'Halocline',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: options.authDatabase,
    trustedOrigins: [new URL(options.publicUrl).origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.minimum,
      maxPasswordLength: passwordLength.maximum,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) => options.onPasswordReset(user.id),
      sendResetPassword: async ({ user, token }) => options.onPasswordForgotten(user, token),
    },
    // A fixed end, and none of the session in a cookie: what is revoked is over at the next request.
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path !== '/sign-in/email') return;
        const given = signInBody.safeParse(context.body);
        // What is no attempt at an account is refused by the library itself.
        if (given.success && !(await options.onSignInAttempt(given.data.email)))
          throw new APIError('TOO_MANY_REQUESTS', { message: 'Too many attempts. Try again in an hour.' });
      }),
      after: createAuthMiddleware(async (context) => {
        const started = context.context.newSession;
        if (started && context.path === '/sign-in/email') await options.onSignedIn(started.user);
      }),
    },
    // What a link carries is kept hashed.
    verification: { storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/request-password-reset': { window: 60, max: 5 },
        '/reset-password': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'halocline',
      useSecureCookies: options.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'info',
      log: (level, message) => log[level]({ room: 'accounts' }, message),
    },
  });
}
