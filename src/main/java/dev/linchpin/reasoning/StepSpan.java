package dev.linchpin.reasoning;

/**
 * One step of a generated text and the tokens that make it up.
 *
 * @param text the step's text with its white space, so that joined the steps are what was written;
 *     never blank
 * @param firstToken index of its first token among the generated tokens, from 0
 * @param endToken index after its last token, greater than {@code firstToken}
 */
public record StepSpan(String text, int firstToken, int endToken) {}
