package dev.linchpin.training;

/**
 * What can be known of a step without looking inside the model.
 *
 * @param question what the chain answers
 * @param stepIndex position in the chain, from 0
 * @param text the step's text
 */
public record StepText(String question, int stepIndex, String text) {}
