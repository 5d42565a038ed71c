/** What the form and the dialog say. Stripe.js speaks the language of `locale`; this one English, German and Arabic. */
import type { Wrong } from './card-input.ts'

export interface Words extends Readonly<Record<Wrong, string>> {
  readonly number: string
  readonly expiry: string
  readonly expiryHint: string
  readonly cvc: string
  readonly sandbox: string
  readonly challengeTitle: string
  readonly challengeText: string
  readonly complete: string
  readonly fail: string
  readonly offline: string
}

const en: Words = {
  number: 'Card number',
  expiry: 'Expiration date',
  expiryHint: 'MM / YY',
  cvc: 'Security code',
  sandbox: 'Sandbox: use 4242 4242 4242 4242, any date to come and any code. No money moves.',
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_month: "Your card's expiration month is invalid.",
  invalid_expiry_year_past: "Your card's expiration date is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
  challengeTitle: 'Your bank asks: is it you?',
  challengeText: 'This is a sandbox. A real bank would ask for a code or a look at your phone.',
  complete: 'Complete',
  fail: 'Fail',
  offline: 'We could not reach the payment service. Check your connection and try again.',
}

const de: Words = {
  number: 'Kartennummer',
  expiry: 'Ablaufdatum',
  expiryHint: 'MM / JJ',
  cvc: 'Prüfziffer',
  sandbox: 'Sandbox: 4242 4242 4242 4242, ein künftiges Datum, eine beliebige Prüfziffer. Es fließt kein Geld.',
  incomplete_number: 'Die Kartennummer ist unvollständig.',
  invalid_number: 'Die Kartennummer ist ungültig.',
  incomplete_expiry: 'Das Ablaufdatum der Karte ist unvollständig.',
  invalid_expiry_month: 'Der Ablaufmonat der Karte ist ungültig.',
  invalid_expiry_year_past: 'Das Ablaufdatum der Karte liegt in der Vergangenheit.',
  incomplete_cvc: 'Die Prüfziffer der Karte ist unvollständig.',
  challengeTitle: 'Ihre Bank fragt: Sind Sie das?',
  challengeText: 'Dies ist eine Sandbox. Eine echte Bank würde nach einem Code oder Ihrem Telefon fragen.',
  complete: 'Bestätigen',
  fail: 'Ablehnen',
  offline: 'Der Zahlungsdienst ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
}

const ar: Words = {
  number: 'رقم البطاقة',
  expiry: 'تاريخ الانتهاء',
  expiryHint: 'MM / YY',
  cvc: 'رمز الأمان',
  sandbox: 'بيئة تجريبية: استخدم 4242 4242 4242 4242 مع أي تاريخ قادم وأي رمز. لا تُنقل أي أموال.',
  incomplete_number: 'رقم بطاقتك غير مكتمل.',
  invalid_number: 'رقم بطاقتك غير صالح.',
  incomplete_expiry: 'تاريخ انتهاء بطاقتك غير مكتمل.',
  invalid_expiry_month: 'شهر انتهاء بطاقتك غير صالح.',
  invalid_expiry_year_past: 'تاريخ انتهاء بطاقتك قد مضى.',
  incomplete_cvc: 'رمز أمان بطاقتك غير مكتمل.',
  challengeTitle: 'مصرفك يسأل: هل هذا أنت؟',
  challengeText: 'هذه بيئة تجريبية. المصرف الحقيقي يطلب رمزًا أو تأكيدًا من هاتفك.',
  complete: 'تأكيد',
  fail: 'رفض',
  offline: 'تعذّر الوصول إلى خدمة الدفع. تحقق من اتصالك وحاول مرة أخرى.',
}

const languages: Readonly<Record<string, Words>> = { en, de, ar }

/** `auto` and nothing mean the browser's language; what is not spoken here is English. */
export function wordsFor(locale: string | undefined): Words {
  const wanted = locale === undefined || locale === 'auto' ? navigator.language : locale
  return languages[wanted.split('-')[0] ?? 'en'] ?? en
}
