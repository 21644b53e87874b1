/** The browser's languages, as charts format numbers and times. */
export const LOCALE = navigator.languages?.length ? [...navigator.languages] : undefined;

const CLOCK = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });

const MINUTES = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });

/** An instant as the time of day, to the second. */
export function clockTime(at) {
  return CLOCK.format(new Date(at));
}

/** An instant as the time of day; seconds only where they are not zero. */
export function axisTime(at) {
  const date = new Date(at);
  return (date.getSeconds() === 0 ? MINUTES : CLOCK).format(date);
}
