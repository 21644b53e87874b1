import { Directive, PartType, directive } from 'lit/directive.js';
import { noChange } from 'lit';

/** Sets styles through the element's object model: a style attribute is against the page's policy. */
class Styled extends Directive {
  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styled() stands in a tag, not in an attribute');
  }

  render() {
    return noChange;
  }

  update({ element }, [properties]) {
    Object.entries(properties).forEach(([name, value]) => element.style.setProperty(name, value));
    return noChange;
  }
}

/** `<tr ${styled({'--tone': 'red'})}>`: sets CSS properties of an element. */
export const styled = directive(Styled);
