const CLOCK = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const MINUTES = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** An instant as the time of day, to the second. */
export function clockTime(at) {
  return CLOCK.format(new Date(at));
}

/** An instant as the time of day; seconds only where they are not zero. */
export function axisTime(at) {
  const date = new Date(at);
  return (date.getSeconds() === 0 ? MINUTES : CLOCK).format(date);
}
