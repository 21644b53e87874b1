const KEPT = { Auroc: 'AUROC', auroc: 'AUROC' };

/** A constant in words: "LOW_AUROC" as "Low AUROC". */
export function words(constant) {
  const text = constant.toLowerCase().replaceAll('_', ' ');
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return sentence.replace(/auroc/i, (word) => KEPT[word] ?? word);
}
