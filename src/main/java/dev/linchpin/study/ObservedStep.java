package dev.linchpin.study;

/**
 * A step with its activations.
 *
 * @param index position in the chain, from 0
 * @param text the step's text, white space included
 * @param tokens number of tokens
 * @param firstToken position of its first token in the sequence, prompt included
 * @param activations {@code [layers * hidden]}, layer-major, pooled over the step
 */
public record ObservedStep(
    int index, String text, int tokens, int firstToken, float[] activations) {}
