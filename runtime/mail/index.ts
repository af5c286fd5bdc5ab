export { createMail, type Mail, type MailPort } from './mail.ts';
