import { Readable } from 'node:stream';
import { reasonOfCode, type Sent } from './sent.ts';
import type { MailSettings } from './settings.ts';

/** A letter of plain text. `id` stands in its Message-ID, so that a mailbox knows one that arrives twice. */
export type Letter = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };

const PATIENCE_MS = 15_000;

/** Hands one letter to the mail server; every certificate is checked. */
export async function sendMail(settings: MailSettings, letter: Letter, patienceMs = PATIENCE_MS): Promise<Sent> {
  const { host, port, user, password, tls, authority, from } = settings;
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user !== null && { auth: { user, pass: password ?? '' } }),
    tls: { minVersion: 'TLSv1.2', ...(authority !== null && { ca: authority }) },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let isUnderWay = false;
  const content = function* () {
    isUnderWay = true;
    yield letter.text;
  };
  try {
    await transport.sendMail({
      from,
      to: letter.to,
      subject: letter.subject,
      text: Readable.from(content()),
      textEncoding: 'base64',
      messageId: `<${letter.id}@${from.split('@')[1]}>`,
      headers: { 'auto-submitted': 'auto-generated' },
    });
    return { result: 'sent' };
  } catch (fault) {
    return sentOf(fault as MailFault, isUnderWay);
  } finally {
    transport.close();
  }
}

type MailFault = Error & { readonly code?: string; readonly responseCode?: number };

/** `isUnderWay`: the server had asked for the letter and was being given it. */
function sentOf({ code = '', responseCode, message }: MailFault, isUnderWay: boolean): Sent {
  if (responseCode !== undefined) return answered(code, responseCode);
  if (isUnderWay) return { result: 'unsure', reason: 'no-answer' };
  if (code === 'ETLS' || /certificate/i.test(message)) {
    return { result: 'again', reason: /upgrade|STARTTLS/i.test(message) ? 'no-encryption' : 'certificate' };
  }
  if (code === 'ETIMEDOUT') return { result: 'again', reason: 'not-reachable' };
  return { result: 'again', reason: reasonOfCode(code) };
}

function answered(code: string, responseCode: number): Sent {
  const result = responseCode >= 500 ? 'refused' : 'again';
  if (code === 'EAUTH') return { result: 'again', reason: 'login-refused' };
  if (code === 'ETLS') return { result: 'again', reason: 'no-encryption' };
  return { result, reason: code === 'EENVELOPE' ? 'address-refused' : result === 'refused' ? 'refused-there' : 'fault-there' };
}
